using System.CommandLine;
using System.Globalization;
using System.Text;
using ChatSupport.Dialogs.Khmer;
using Microsoft.Win32.SafeHandles;

namespace ChatSupport.Hosting.Commands;

/// <summary><c>chatsupport khmer …</c>: filters that show what the program makes of Khmer text, a line of output for each line of input.</summary>
internal static class KhmerCommand
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static Command Build() => new("khmer", "Filters for Khmer text: standard input to standard output, a line each, UTF-8.")
    {
        Filter("normalize", "Put the signs of every syllable in canonical order, and nothing else.", CanonicalOrder.Of),
        Filter("key", "Write the strict key, by which texts are compared.", StrictKey.Of),
        Filter("clusters", "Part the line into orthographic clusters with |, and write their number behind a tab.", Parted),
    };

    /// <summary>Filters lines from one stream to another. Line ends stay as they are; bytes that are not UTF-8 become U+FFFD.</summary>
    /// <param name="input">Read to its end, line by line.</param>
    /// <param name="output">Written line by line.</param>
    /// <param name="line">What becomes of one line.</param>
    public static void Run(Stream input, Stream output, Func<string, string> line)
    {
        using var reader = new StreamReader(input, Utf8, detectEncodingFromByteOrderMarks: false);
        using var writer = new StreamWriter(output, Utf8);
        var text = new StringBuilder();
        for (var c = reader.Read(); c >= 0; c = reader.Read())
        {
            if (c is '\n' or '\r')
            {
                Flush(writer, text, line);
                writer.Write((char)c);
            }
            else
            {
                text.Append((char)c);
            }
        }

        Flush(writer, text, line);
    }

    private static void Flush(StreamWriter writer, StringBuilder text, Func<string, string> line)
    {
        if (text.Length > 0)
            writer.Write(line(text.ToString()));
        text.Clear();
    }

    /// <summary>The platform's own stream swallows that nobody reads any more, so that <c>yes | … | head</c> would run for ever;
    /// a pipe opened by its number says so. Into a file that would write at a place of its own.</summary>
    private static Stream OpenOutput()
    {
        if (OperatingSystem.IsWindows())
            return Console.OpenStandardOutput();

        var pipe = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        return pipe.CanSeek ? Console.OpenStandardOutput() : pipe;
    }

    private static string Parted(string line) =>
        string.Create(CultureInfo.InvariantCulture, $"{string.Join('|', Clusters.Split(line))}\t{Clusters.Count(line)}");

    private static Command Filter(string name, string what, Func<string, string> line)
    {
        var command = new Command(name, what);
        command.SetAction(parse =>
        {
            try
            {
                using var input = Console.OpenStandardInput();
                using var output = OpenOutput();
                Run(input, output, line);
                return ExitCode.Fine;
            }
            catch (IOException) // who reads our output has seen enough (head), which is no fault
            {
                return ExitCode.Fine;
            }
        });
        return command;
    }
}
