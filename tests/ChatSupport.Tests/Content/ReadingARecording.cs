using ChatSupport.Content;
using ChatSupport.Conversations;
using ChatSupport.Dialogs.Model;
using ChatSupport.Tests.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace ChatSupport.Tests.Content;

public sealed class ReadingARecording : IDisposable
{
    private readonly Installation installation = new(withContent: false);
    private readonly Media media;

    public ReadingARecording()
    {
        installation.Write("dialogs/media/rights/hours.km.ogg", "OggS sound");
        installation.Write("dialogs/secret.ogg", "not for anybody");
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = installation.Folder });
        media = new Media(Options.Create(new ContentOptions()), builder.Environment, new Library(), rows: null!); // nothing was recorded in the console
    }

    public void Dispose() => installation.Dispose();

    [Fact]
    public async Task Gives_its_bytes() => Assert.Equal("OggS sound"u8.ToArray(), await Read("rights/hours.km"));

    [Theory]
    [InlineData("rights/hours.en")]
    [InlineData("../secret")]
    [InlineData("rights/../../secret")]
    [InlineData("/etc/passwd")]
    [InlineData("rights//hours.km")]
    [InlineData("rights\\hours.km")]
    [InlineData("rights/hours.km\0")]
    [InlineData("")]
    public async Task Gives_nothing_for_what_is_none_and_never_leaves_its_folder(string name) => Assert.Null(await Read(name));

    [Fact]
    public async Task Follows_no_link_out_of_its_folder()
    {
        File.CreateSymbolicLink(Path.Combine(installation.Dialogs, "media", "link.km.ogg"), Path.Combine(installation.Dialogs, "secret.ogg"));

        Assert.Null(await Read("link.km"));
    }

    private Task<byte[]?> Read(string name) => media.Read(name, new Dictionary<string, Recording>(), TestContext.Current.CancellationToken);
}
