using System.Security.Cryptography;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Reading;
using ChatSupport.Staff.Voices;
using ChatSupport.Tests.Hosting;

namespace ChatSupport.Tests.Content.Recordings;

/// <summary><c>chatsupport dialogs publish</c>, <c>export</c> and <c>import</c> with recordings that were made in a console.</summary>
public sealed class SoundsFromTheShell : IDisposable
{
    private const string Name = "rights/hours.en";
    private readonly Installation installation = new();
    private readonly byte[] sound = OpusVoice.Write(Sounds.Of(1));

    public SoundsFromTheShell()
    {
        var list = RecordingList.None.With(Name, new Recording(Convert.ToHexStringLower(SHA256.HashData(sound)), 1, "00000000"));
        installation.Write(Path.Combine("dialogs", RecordingList.Path), list.ToYaml());
        Directory.CreateDirectory(Path.GetDirectoryName(InFolder)!);
        File.WriteAllBytes(InFolder, sound);
    }

    private string InFolder => Path.Combine(installation.Dialogs, "media", "rights", "hours.en.ogg");

    private string Other => Path.Combine(installation.Folder, "other");

    public void Dispose() => installation.Dispose();

    [Fact]
    public async Task What_was_published_from_a_folder_is_exported_and_imported_with_its_sounds()
    {
        var published = await installation.Run("dialogs", "publish");
        Assert.Equal((0, ""), (published.Code, published.Error));
        File.Delete(InFolder); // from now on the database alone has it

        var exported = await installation.Run("dialogs", "export", Other);
        Assert.Equal((0, ""), (exported.Code, exported.Error));
        Assert.Equal(sound, await File.ReadAllBytesAsync(Path.Combine(Other, "media", "rights", "hours.en.ogg"), TestContext.Current.CancellationToken));

        installation.Write("dialogs/home.yaml", (await File.ReadAllTextAsync(Path.Combine(installation.Dialogs, "home.yaml"), TestContext.Current.CancellationToken)) + "# changed\n");
        var imported = await installation.Run("dialogs", "import", Other);
        Assert.Equal((0, ""), (imported.Code, imported.Error));
        Assert.Equal(sound, await File.ReadAllBytesAsync(InFolder, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_sound_that_lies_there_already_is_not_written_over()
    {
        await installation.Run("dialogs", "publish");
        await installation.Run("dialogs", "export", Other);
        await File.WriteAllTextAsync(InFolder, "by hand", TestContext.Current.CancellationToken);
        installation.Write("dialogs/home.yaml", (await File.ReadAllTextAsync(Path.Combine(installation.Dialogs, "home.yaml"), TestContext.Current.CancellationToken)) + "# changed\n");

        await installation.Run("dialogs", "import", Other);

        Assert.Equal("by hand", await File.ReadAllTextAsync(InFolder, TestContext.Current.CancellationToken));
    }
}
