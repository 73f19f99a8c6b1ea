namespace ChatSupport.Hosting.Commands;

/// <summary>Asks for a secret that stands on paper. It is typed unseen, or comes through a pipe: never as an argument, which everybody on the machine could
/// read and the shell would keep.</summary>
/// <param name="typed">What is typed; null for the terminal or the pipe of this process.</param>
internal sealed class SecretPrompt(TextReader? typed)
{
    private const int Longest = 1_000;

    /// <summary>Asks for one secret. It may be typed in several lines, as it stands on the paper; an empty line ends it early.</summary>
    /// <param name="question">What to type.</param>
    /// <param name="characters">How many characters it has.</param>
    /// <param name="error">Takes the question, so that the output can be piped on.</param>
    /// <returns>The characters without blanks; the caller wipes them.</returns>
    public char[] Ask(string question, int characters, TextWriter error)
    {
        var isPiped = typed is not null || Console.IsInputRedirected;
        if (!isPiped)
            error.WriteLine(question);
        var buffer = new char[Longest];
        var (length, before) = (0, -1);
        while (length < characters && length != before)
        {
            before = length;
            length = isPiped ? Line(typed ?? Console.In, buffer, length) : Unseen(buffer, length);
        }
        var secret = buffer[..length];
        Array.Clear(buffer);
        return secret;
    }

    private static int Line(TextReader reader, char[] buffer, int length)
    {
        for (var c = reader.Read(); c >= 0 && c != '\n'; c = reader.Read())
            length = Add((char)c, buffer, length);
        return length;
    }

    private static int Unseen(char[] buffer, int length)
    {
        for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
            length = key.Key == ConsoleKey.Backspace ? Math.Max(0, length - 1) : Add(key.KeyChar, buffer, length);
        return length;
    }

    private static int Add(char c, char[] buffer, int length)
    {
        if (char.IsWhiteSpace(c) || char.IsControl(c) || length == buffer.Length)
            return length;
        buffer[length] = c;
        return length + 1;
    }
}
