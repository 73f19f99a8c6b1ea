using ChatSupport.Escalation.Supervision;
using ChatSupport.Staff.Roles;
using ChatSupport.Staff.Shell;

namespace ChatSupport.Escalation.Pages;

/// <summary>Voice notes and pictures of a chat, for who answers it in the console.</summary>
internal static class DeskDoors
{
    private const string Path = "/console/desk/media";

    /// <summary>Maps it. Comes after the console.</summary>
    public static void MapDeskMedia(this IEndpointRouteBuilder routes) => routes.MapGet(Path, Media).RequireAuthorization();

    public static string AddressOf(long line) => $"{Path}?line={line}";

    private static async Task<IResult> Media(long? line, HttpContext context, MineBook book)
    {
        try
        {
            var media = await book.Media(context.User.FindFirst(StaffSignIn.SessionClaim)?.Value, line ?? 0, context.RequestAborted);
            context.Response.Headers.CacheControl = "no-store";
            return media is { ContentType: var type, Bytes: var bytes } && (type.StartsWith("audio/", StringComparison.Ordinal) || type is "image/jpeg" or "image/png" or "image/webp")
                ? TypedResults.Bytes(bytes, type)
                : TypedResults.NotFound();
        }
        catch (Exception refused) when (refused is StaffDeniedException or SessionEndedException)
        {
            return TypedResults.Text(refused.Message, statusCode: StatusCodes.Status403Forbidden);
        }
    }
}
