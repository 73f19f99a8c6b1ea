using System.Security.Claims;
using ChatSupport.Staff.Accounts;
using ChatSupport.Staff.Audit;
using ChatSupport.Staff.Roles;
using ChatSupport.Storage;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using QRCoder;

namespace ChatSupport.Staff.Shell;

/// <summary>The calls behind the pages for who is not signed in. Each wants the token of the page against forged requests.</summary>
internal static class Doors
{
    public static RouteGroupBuilder MapDoors(this IEndpointRouteBuilder routes)
    {
        var doors = routes.MapGroup("/console").DisableAntiforgery().AddEndpointFilter(SayTrouble).AddEndpointFilter(IsFromOurPage);
        doors.MapPost("/sign-in/passkey/options", async (SignInManager<StaffAccount> passkeys) =>
            TypedResults.Json(new OptionsAnswer(await passkeys.MakePasskeyRequestOptionsAsync(null))));
        doors.MapPost("/sign-in/passkey", SignInByPasskey);
        doors.MapPost("/sign-in/password", SignInByPassword);
        doors.MapPost("/sign-out", SignOut);
        doors.MapPost("/join/open", Open);
        doors.MapPost("/join/passkey/options", PasskeyOptions);
        doors.MapPost("/join/passkey", JoinByPasskey);
        doors.MapPost("/join/password", JoinByPassword);
        doors.MapPost("/account/passkey/options", OwnPasskeyOptions).RequireAuthorization();
        doors.MapPost("/account/passkey", AddOwnPasskey).RequireAuthorization();
        routes.MapGet("/console/audit/export", ExportAudit).RequireAuthorization();
        routes.MapGet("/console/language/{language}", (string language, string? to, HttpContext context) =>
        {
            context.Response.Cookies.Append(Tongue.Cookie, Tongue.Read(language), new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(365) });
            return TypedResults.LocalRedirect(to is not null && to.StartsWith("/console", StringComparison.Ordinal) && !to.Any(char.IsControl) ? to : "/console");
        });
        routes.MapGet("/console/{*rest}", () => TypedResults.Redirect("/console/nothing-here")).RequireAuthorization(); // typed wrongly, or gone
        return doors;
    }

    /// <summary>What stands in the way is told in a sentence here as well.</summary>
    private static async ValueTask<object?> SayTrouble(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (StoreUnavailableException)
        {
            return Trouble(context.HttpContext, "The database cannot be used just now. Nothing was changed: wait a moment, then do it again.", StatusCodes.Status503ServiceUnavailable);
        }
        catch (Exception refused) when (refused is StaffDeniedException or SessionEndedException)
        {
            return Trouble(context.HttpContext, refused.Message, StatusCodes.Status403Forbidden);
        }
    }

    private static async ValueTask<object?> IsFromOurPage(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var antiforgery = context.HttpContext.RequestServices.GetRequiredService<IAntiforgery>();
        return await antiforgery.IsRequestValidAsync(context.HttpContext)
            ? await next(context)
            : Trouble(context.HttpContext, "The page is too old. Go back, load it again, and do it once more.", StatusCodes.Status400BadRequest);
    }

    /// <summary>For the page's own script as data; for a person whose browser sent a form, as words.</summary>
    private static IResult Trouble(HttpContext context, string sentence, int status) =>
        context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal)
            ? TypedResults.Text(sentence, "text/plain; charset=utf-8", statusCode: status)
            : TypedResults.Json(new TroubleAnswer(sentence), statusCode: status);

    private static async Task<IResult> SignInByPasskey([FromForm] string credential, HttpContext context, SigningIn signingIn, Sessions sessions)
    {
        var account = await signingIn.WithPasskey(credential, context.RequestAborted);
        var isIn = account is not null && await StaffSignIn.Begin(context, sessions, account.Id, account.Stamp, "passkey");
        return isIn
            ? TypedResults.Json(new DoneAnswer(true))
            : TypedResults.Json(new TroubleAnswer("The passkey was not taken."), statusCode: StatusCodes.Status422UnprocessableEntity); // the page has better words
    }

    private static async Task<IResult> SignInByPassword(
        [FromForm] string name, [FromForm] string password, [FromForm] string code, HttpContext context, SigningIn signingIn, Sessions sessions)
    {
        try
        {
            var account = await signingIn.WithPassword(Cut(name), Cut(password), Cut(code), context.RequestAborted);
            var isIn = account is not null && await StaffSignIn.Begin(context, sessions, account.Id, account.Stamp, "password and code");
            return TypedResults.Redirect(isIn ? "/console" : $"{StaffSignIn.Page}?failed=password");
        }
        catch (TooManyTriesException)
        {
            return TypedResults.Redirect($"{StaffSignIn.Page}?busy=1");
        }
    }

    private static async Task<IResult> SignOut(HttpContext context, Sessions sessions)
    {
        if (SessionOf(context) is { } session)
            await sessions.End(context.User.FindFirst(ClaimTypes.NameIdentifier)!.Value, session, context.RequestAborted);
        await context.SignOutAsync(StaffSignIn.Scheme);
        return TypedResults.Redirect(StaffSignIn.Page);
    }

    private static IResult Open([FromForm] string token, Joining joining)
    {
        if (joining.Open(token) is not { } offer)
            return LinkIsOver();
        var (key, sealedKey) = joining.NewCodeKey();
        var address = $"otpauth://totp/ChatSupport?secret={key}&issuer=ChatSupport";
        using var picture = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var png = new PngByteQRCode(picture);
        return TypedResults.Json(new OpenAnswer(offer.Name, key, sealedKey, $"data:image/png;base64,{Convert.ToBase64String(png.GetGraphic(6))}"));
    }

    private static async Task<IResult> PasskeyOptions([FromForm] string token, [FromForm] string? name, Joining joining) =>
        await joining.PasskeyOptions(token, Cut(name)) is { } options ? TypedResults.Json(new OptionsAnswer(options)) : LinkIsOver();

    private static async Task<IResult> JoinByPasskey([FromForm] string token, [FromForm] string? name, [FromForm] string credential, HttpContext context, Joining joining, Sessions sessions) =>
        await Conclude(await joining.WithPasskey(token, Cut(name), credential, context.RequestAborted), context, sessions, "passkey");

    private static async Task<IResult> JoinByPassword(
        [FromForm] string token, [FromForm] string? name, [FromForm] string? password, [FromForm] string sealedKey, [FromForm] string? code, HttpContext context, Joining joining, Sessions sessions)
    {
        try
        {
            var outcome = await joining.WithPassword(token, Cut(name), Cut(password), sealedKey, Cut(code), context.RequestAborted);
            return await Conclude(outcome, context, sessions, "password and code");
        }
        catch (TooManyTriesException busy)
        {
            return TypedResults.Json(new TroubleAnswer(busy.Message), statusCode: StatusCodes.Status429TooManyRequests);
        }
    }

    private static async Task<IResult> OwnPasskeyOptions(HttpContext context, Sessions sessions, SignInManager<StaffAccount> passkeys) =>
        sessions.Use(SessionOf(context)) is { } person
            ? TypedResults.Json(new OptionsAnswer(await passkeys.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity { Id = person.Id, Name = person.Name, DisplayName = person.Name })))
            : TypedResults.Unauthorized();

    private static async Task<IResult> AddOwnPasskey([FromForm] string credential, HttpContext context, OwnAccount own, SignInManager<StaffAccount> passkeys)
    {
        if (await NewPasskeys.Check(passkeys, credential) is not { } made || made.Owner != context.User.FindFirst(ClaimTypes.NameIdentifier)?.Value)
            return TypedResults.Json(new TroubleAnswer("The passkey could not be checked. Try again."), statusCode: StatusCodes.Status422UnprocessableEntity);
        return await own.AddKey(SessionOf(context), made.Passkey, context.RequestAborted) is { } why
            ? TypedResults.Json(new TroubleAnswer(why), statusCode: StatusCodes.Status422UnprocessableEntity)
            : TypedResults.Json(new DoneAnswer(true));
    }

    private static async Task<IResult> ExportAudit(string? who, string? act, string? from, string? until, HttpContext context, AuditBook book)
    {
        try
        {
            var entries = await book.Export(SessionOf(context), AuditBook.FilterOf(who, act, from, until), context.RequestAborted);
            return TypedResults.Stream(stream => AuditExport.Write(stream, entries, context.RequestAborted), "text/csv; charset=utf-8", "audit.csv");
        }
        catch (Exception refused) when (refused is StaffDeniedException or SessionEndedException)
        {
            return TypedResults.Text(refused.Message, statusCode: StatusCodes.Status403Forbidden);
        }
    }

    private static string? SessionOf(HttpContext context) => context.User.FindFirst(StaffSignIn.SessionClaim)?.Value;

    private static async Task<IResult> Conclude(JoinOutcome outcome, HttpContext context, Sessions sessions, string how)
    {
        if (outcome is not JoinOutcome.Joined joined)
            return TypedResults.Json(new TroubleAnswer(((JoinOutcome.Refused)outcome).Why), statusCode: StatusCodes.Status422UnprocessableEntity);
        return TypedResults.Json(new DoneAnswer(await StaffSignIn.Begin(context, sessions, joined.Staff, joined.Stamp, how)));
    }

    private static JsonHttpResult<TroubleAnswer> LinkIsOver() => TypedResults.Json(
        new TroubleAnswer("This link was used already, or its time is over. Ask an administrator for a new one; for the first start, start the program again."),
        statusCode: StatusCodes.Status410Gone);

    /// <summary>No field is longer than anything that could be right.</summary>
    private static string Cut(string? typed) => typed is { Length: > Passwords.Longest + 2 } ? typed[..(Passwords.Longest + (char.IsHighSurrogate(typed[Passwords.Longest]) ? 2 : 1))] : typed ?? "";

    internal sealed record OptionsAnswer(string Options);

    internal sealed record OpenAnswer(string? Name, string Key, string SealedKey, string Picture);

    internal sealed record TroubleAnswer(string Trouble);

    internal sealed record DoneAnswer(bool Done);
}
