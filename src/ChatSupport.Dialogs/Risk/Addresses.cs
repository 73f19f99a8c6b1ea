using System.Text.RegularExpressions;

namespace ChatSupport.Dialogs.Risk;

/// <summary>Links, e-mail addresses and names in apps.</summary>
/// <remarks>No expression can run away: each begins only at the begin of a word, gives nothing back, and looks at a few hundred letters at most.</remarks>
internal static partial class Addresses
{
    private const RegexOptions Plain = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const string Begin = "(?<![a-z0-9_])";
    private const string Label = "(?>[a-z0-9-]{1,63})";
    private const string Dot = @"(?> ?(\.|\(dot\)|\[dot\]) ?)";
    private const string Rest = "[^ \\t\\r\\n<>\"'()\\u1780-\\u17DD]"; // a link ends where Khmer begins: people write on without a blank

    private static readonly (ContactKind Kind, Regex Expression)[] all =
    [
        (ContactKind.Email, Email()), (ContactKind.Messenger, MessengerLink()), (ContactKind.Messenger, SpacedMessengerLink()), (ContactKind.Messenger, AppLink()),
        (ContactKind.Link, FullLink()), (ContactKind.Link, BareLink()), (ContactKind.Link, BareLinkWithPath()), (ContactKind.Handle, Handle()), (ContactKind.Handle, NamedHandle()),
    ];

    [GeneratedRegex(@"(?<![a-z0-9._+-])(?>[a-z0-9][a-z0-9._+-]{0,63}) ?(@|\(at\)|\[at\]) ?" + Label + "(" + Dot + Label + "){0,3}" + Dot + "[a-z]{2,10}", Plain)]
    private static partial Regex Email();

    [GeneratedRegex(Begin + @"(https?://)?(www\.)?((t|telegram|wa|m|fb|line|zalo|ig|viber)\.me|telegram\.(org|dog)|(api\.)?whatsapp\.com|(chat|oa)\.(whatsapp|zalo)\.(com|me)|((m|web|mbasic)\.)?(facebook|messenger|instagram|tiktok|fb)\.com|lin\.ee)(/(?>" + Rest + "{0,200}))?", Plain)]
    private static partial Regex MessengerLink();

    [GeneratedRegex(Begin + @"(t|telegram|wa|m|fb|line|zalo) ?\. ?me ?/ ?(?>[a-z0-9+_.-]{3,64})", Plain)]
    private static partial Regex SpacedMessengerLink();

    [GeneratedRegex(Begin + "(tg|line|whatsapp|viber|weixin|zalo|fb|fb-messenger)://(?>" + Rest + "{1,200})", Plain)]
    private static partial Regex AppLink();

    [GeneratedRegex(Begin + @"(https?://|www\.)(?>" + Rest + "{2,500})", Plain)]
    private static partial Regex FullLink();

    [GeneratedRegex(@"(?<![a-z0-9.-])(" + Label + @"\.){1,4}(com|net|org|info|app|link|xyz|site|online|shop|club|page|io|gg|kh|vn|th|cn|tv)(?![a-z0-9-])(/(?>" + Rest + "{0,500}))?", Plain)]
    private static partial Regex BareLink();

    [GeneratedRegex(@"(?<![a-z0-9.-])((?>[a-z0-9-]{2,63})\.){1,4}(?>[a-z]{2,10})/(?>" + Rest + "{1,500})", Plain)]
    private static partial Regex BareLinkWithPath();

    [GeneratedRegex("(?<![a-z0-9_])@[a-z0-9_][a-z0-9_.]{1,62}[a-z0-9_]", Plain)]
    private static partial Regex Handle();

    [GeneratedRegex(Begin + "(facebook|fb|telegram|zalo|whatsapp|instagram|ig|tiktok|wechat|weixin|viber|line id) ?[:/=] ?@?(?>[a-z0-9_.-]{3,64})", Plain)]
    private static partial Regex NamedHandle();

    public static List<ContactHit> In(ContactText said)
    {
        var hits = new List<ContactHit>();
        foreach (var (kind, expression) in all)
        {
            foreach (var match in expression.EnumerateMatches(said.Plains))
            {
                var end = Trimmed(said.Plains, match.Index, match.Index + match.Length);
                if (IsWhole(said.Plains, match.Index, end) && (kind != ContactKind.Handle || said.Plains.AsSpan(match.Index, end - match.Index).ContainsAnyInRange('a', 'z')))
                    hits.Add(said.Hit(kind, match.Index, end));
            }
        }

        return hits;
    }

    /// <summary>The end without the punctuation of the sentence.</summary>
    private static int Trimmed(string text, int start, int end)
    {
        while (end > start + 1 && text[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or '-')
            end--;
        return end;
    }

    /// <summary>Neither the end of a longer word nor the begin of one.</summary>
    private static bool IsWhole(string text, int start, int end) =>
        (start == 0 || !IsWord(text[start - 1]) || !IsWord(text[start])) && (end == text.Length || !IsWord(text[end]) || text[end - 1] == '/');

    private static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';
}
