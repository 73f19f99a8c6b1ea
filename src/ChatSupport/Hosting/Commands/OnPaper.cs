namespace ChatSupport.Hosting.Commands;

/// <summary>How a secret is shown that is to be written down: the word that says what it is, then groups of five, eight groups a line.</summary>
internal static class OnPaper
{
    private const int Group = 5;
    private const int Groups = 8;

    /// <summary>Writes a secret, and wipes it.</summary>
    public static async Task Write(TextWriter output, char[] secret)
    {
        var word = Array.IndexOf(secret, '1') + 1; // no word has this digit, which ends it
        await output.WriteAsync("    ");
        await output.WriteAsync(secret, 0, word);
        for (var at = word; at < secret.Length; at += Group)
        {
            await output.WriteAsync((at - word) % (Group * Groups) == 0 ? $"{Environment.NewLine}    " : " ");
            await output.WriteAsync(secret, at, Math.Min(Group, secret.Length - at));
        }
        await output.WriteLineAsync();
        Array.Clear(secret);
    }
}
