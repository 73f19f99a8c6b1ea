using ChatSupport.Dialogs.Running;
using PublicApiGenerator;

namespace ChatSupport.Dialogs.Tests;

/// <summary>What others may rely on changes only on purpose.</summary>
public sealed class PublicSurface
{
    private const string File = "PublicSurface.approved.txt";

    [Fact]
    public void Is_as_approved()
    {
        var surface = typeof(Interpreter).Assembly.GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false }).ReplaceLineEndings("\n").Trim() + "\n";
        var approved = Path.Combine(AppContext.BaseDirectory, File);
        var received = Path.ChangeExtension(approved, ".received.txt");
        System.IO.File.WriteAllText(received, surface);

        Assert.True(System.IO.File.Exists(approved) && System.IO.File.ReadAllText(approved).ReplaceLineEndings("\n") == surface,
            $"The public surface changed. If that is meant: cp {received} tests/ChatSupport.Dialogs.Tests/{File}");
    }
}
