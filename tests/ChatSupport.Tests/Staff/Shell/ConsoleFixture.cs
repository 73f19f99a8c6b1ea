using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using ChatSupport.Staff.Accounts;
using ChatSupport.Staff.Roles;
using ChatSupport.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace ChatSupport.Tests.Staff.Shell;

/// <summary>The program as it serves, for callers without a browser.</summary>
public sealed class ConsoleFixture : IAsyncLifetime
{
    private readonly Installation installation = new();

    internal WebApplication App { get; private set; } = null!;

    internal Uri Site => new(App.Urls.First());

    public async ValueTask InitializeAsync() => App = await installation.Serve();

    public async ValueTask DisposeAsync()
    {
        await App.StopAsync(CancellationToken.None);
        await App.DisposeAsync();
        installation.Dispose();
    }

    internal T Get<T>() where T : notnull => App.Services.GetRequiredService<T>();

    /// <summary>A browser of nobody yet.</summary>
    internal ConsoleCaller Caller() => new(Site);

    /// <summary>Somebody with password and code app, signed in.</summary>
    internal async Task<ConsoleCaller> Member(string name, params StaffRole[] roles)
    {
        var caller = Caller();
        var made = await Get<AccountBook>().Invite(StaffHost.Machine, name, roles, TestContext.Current.CancellationToken);
        await caller.Joins(StaffHost.TokenOf(made));
        return caller;
    }
}

/// <summary>Somebody who speaks HTTP to the console: cookies are kept as a browser does, nothing is followed.</summary>
internal sealed partial class ConsoleCaller : IDisposable
{
    private readonly HttpClient http;

    public ConsoleCaller(Uri site)
    {
        Site = site;
        http = new HttpClient(new SocketsHttpHandler { CookieContainer = Cookies, AllowAutoRedirect = false }) { BaseAddress = site };
        http.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
    }

    public Uri Site { get; }

    public CookieContainer Cookies { get; } = new();

    public CodeApp App { get; private set; } = new("");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public string? Cookie(string name) => Cookies.GetCookies(Site)[name]?.Value;

    public Task<HttpResponseMessage> Get(string path) => http.GetAsync(new Uri(path, UriKind.Relative), Cancel);

    public async Task<string> Text(string path) => await (await Get(path)).Content.ReadAsStringAsync(Cancel);

    /// <summary>The token against forged requests, as a page of the console has it.</summary>
    public async Task<string> Token(string page = "/console/sign-in") => TokenIn().Match(await Text(page)).Groups[1].Value;

    /// <summary>Sends a form with these fields only.</summary>
    public Task<HttpResponseMessage> Post(string path, params (string Name, string Value)[] fields) =>
        http.PostAsync(new Uri(path, UriKind.Relative), new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))), Cancel);

    public Task<HttpResponseMessage> Send(HttpRequestMessage request) => http.SendAsync(request, Cancel);

    /// <summary>Sends a form of the page.</summary>
    public async Task<HttpResponseMessage> Submit(string path, params (string Name, string Value)[] fields) =>
        await Post(path, [.. fields, ("__RequestVerificationToken", await Token())]);

    public async Task Joins(string link)
    {
        using var opened = JsonDocument.Parse(await (await Submit("/console/join/open", ("token", link))).Content.ReadAsStringAsync(Cancel));
        App = new CodeApp(opened.RootElement.GetProperty("key").GetString()!);
        using var joined = await Submit("/console/join/password", ("token", link), ("name", ""), ("password", StaffHost.GoodPassword),
            ("sealedKey", opened.RootElement.GetProperty("sealedKey").GetString()!), ("code", App.Code(-1)));
        Assert.Equal(HttpStatusCode.OK, joined.StatusCode);
    }

    public Task<HttpResponseMessage> SignsIn(string name, string code, string password = StaffHost.GoodPassword) =>
        Submit("/console/sign-in/password", ("name", name), ("password", password), ("code", code));

    /// <summary>Whether the home page opens, instead of the sign-in.</summary>
    public async Task<bool> IsIn()
    {
        using var home = await Get("/console");
        return home.StatusCode == HttpStatusCode.OK;
    }

    public void Dispose() => http.Dispose();

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""")]
    private static partial Regex TokenIn();
}
