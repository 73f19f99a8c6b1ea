using System.Text.RegularExpressions;

namespace ChatSupport.Dialogs.Risk;

/// <summary>Links, e-mail addresses and names in apps. No expression here can run away: none backtracks.</summary>
internal static class Addresses
{
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;
    private const string Rest = "[^ \\t\\r\\n<>\"'()\\u1780-\\u17DD]"; // a link ends where Khmer begins: people write on without a blank

    private static readonly (ContactKind Kind, Regex Expression)[] all =
    [
        (ContactKind.Email, new Regex(@"[a-z0-9][a-z0-9._+-]{0,63} ?(@|\(at\)|\[at\]) ?[a-z0-9-]{1,63}( ?(\.|\(dot\)|\[dot\]) ?[a-z0-9-]{1,63}){0,3} ?(\.|\(dot\)|\[dot\]) ?[a-z]{2,10}", Linear)),
        (ContactKind.Messenger, new Regex(@"(https?://)?(www\.)?((t|telegram|wa|m|fb|line|zalo|ig|viber)\.me|telegram\.(org|dog)|(api\.)?whatsapp\.com|(chat|oa)\.(whatsapp|zalo)\.(com|me)|((m|web|mbasic)\.)?(facebook|messenger|instagram|tiktok|fb)\.com|lin\.ee)(/" + Rest + "{0,200})?", Linear)),
        (ContactKind.Messenger, new Regex(@"(t|telegram|wa|m|fb|line|zalo) ?\. ?me ?/ ?[a-z0-9+_.-]{3,64}", Linear)),
        (ContactKind.Messenger, new Regex(@"(tg|line|whatsapp|viber|weixin|zalo|fb|fb-messenger)://" + Rest + "{1,200}", Linear)),
        (ContactKind.Link, new Regex("(https?://|www\\.)" + Rest + "{2,500}", Linear)),
        (ContactKind.Link, new Regex(@"([a-z0-9-]{1,63}\.){1,4}(com|net|org|info|app|link|xyz|site|online|shop|club|page|io|gg|kh|vn|th|cn|tv)(/" + Rest + "{0,500})?", Linear)),
        (ContactKind.Link, new Regex(@"([a-z0-9-]{2,63}\.){1,4}[a-z]{2,10}/" + Rest + "{1,500}", Linear)),
        (ContactKind.Handle, new Regex(@"@[a-z0-9_][a-z0-9_.]{1,62}[a-z0-9_]", Linear)),
        (ContactKind.Handle, new Regex(@"(facebook|fb|telegram|zalo|whatsapp|instagram|ig|tiktok|wechat|weixin|viber|line id) ?[:/=] ?@?[a-z0-9_.-]{3,64}", Linear)),
    ];

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
