using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;

namespace ChatSupport.EndToEnd.DirectLine;

/// <summary>The page of a partner at an origin of its own.</summary>
internal sealed class PartnerPage(WebApplication app) : IAsyncDisposable
{
    public static async Task<PartnerPage> Serve(string folder)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(Served.PageOrigin);
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(folder) });
        app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(Path.Combine(folder, "webchat")) });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new PartnerPage(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
