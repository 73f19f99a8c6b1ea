using System.CommandLine;
using System.Diagnostics;
using System.Text;
using ChatSupport.Hosting.Commands;

namespace ChatSupport.Tests.Hosting;

/// <summary>Runs commands: in this process with captured output, or as the built program.</summary>
internal static class CommandLine
{
    public static (int Code, string Output, string Error) Run(params string[] words)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = AllCommands.Root([]).Parse(words).Invoke(new InvocationConfiguration { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }

    /// <summary>Runs the built program; its input is closed behind the bytes.</summary>
    public static async Task<(int Code, byte[] Output)> Run(byte[] input, CancellationToken cancel, params string[] words)
    {
        using var program = Start(words);
        var output = new MemoryStream();
        var reading = program.StandardOutput.BaseStream.CopyToAsync(output, cancel);
        await program.StandardInput.BaseStream.WriteAsync(input, cancel);
        program.StandardInput.Close();
        await reading;
        await program.WaitForExitAsync(cancel);
        return (program.ExitCode, output.ToArray());
    }

    public static Process Start(params string[] words)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        };
        start.ArgumentList.Add(typeof(AllCommands).Assembly.Location);
        foreach (var word in words)
            start.ArgumentList.Add(word);
        return Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
    }
}
