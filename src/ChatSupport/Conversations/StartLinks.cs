namespace ChatSupport.Conversations;

/// <summary>Links that open the bot with a word, where a channel has such links and knows by now what the bot is called.</summary>
internal sealed class StartLinks
{
    private volatile Func<string, string>? made;

    /// <summary>A channel knows how.</summary>
    /// <param name="make">Makes a link of a word.</param>
    public void Use(Func<string, string> make) => made = make;

    /// <summary>The link; null where there is none, and the word is typed.</summary>
    public string? For(string word) => made?.Invoke(word);
}
