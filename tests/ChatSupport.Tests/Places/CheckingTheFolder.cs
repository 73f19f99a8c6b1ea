using System.CommandLine;
using ChatSupport.Content;
using ChatSupport.Hosting.Commands;

namespace ChatSupport.Tests.Places;

public sealed class CheckingTheFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("chatsupport-places-");

    public CheckingTheFolder()
    {
        foreach (var file in ContentFolder.Read(ContentFolder.Find(AppContext.BaseDirectory)!))
            Write(file.Path, file.Bytes.ToArray());
    }

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Finds_a_wrong_fact_among_the_dialogs_and_fails()
    {
        Write("places/wrong.yaml", System.Text.Encoding.UTF8.GetBytes(Broken.Place("phone: \"12\"")));

        var (code, output) = Check();

        Assert.Equal(1, code);
        Assert.Contains("places/wrong.yaml:7:12: Error PLC003: '12' is not a number that can be dialled in Cambodia.", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Passes_the_shipped_content() => Assert.Equal(0, Check().Code);

    private (int Code, string Output) Check()
    {
        using var output = new StringWriter();
        var root = new RootCommand { DialogsCommand.Build([]) };
        var code = root.Parse(["dialogs", "check", folder.FullName]).Invoke(new InvocationConfiguration { Output = output });
        return (code, output.ToString());
    }

    private void Write(string path, byte[] bytes)
    {
        var target = Path.Combine(folder.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.WriteAllBytes(target, bytes);
    }
}
