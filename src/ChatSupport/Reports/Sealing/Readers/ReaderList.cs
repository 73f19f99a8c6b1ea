using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ChatSupport.Reports.Sealing.Readers;

/// <summary>All readers that there are and were, as one text that the root signed whole: no line can be added, changed or left out without it.</summary>
/// <param name="Root">Whose list it is.</param>
/// <param name="Version">One more with each signature; an older list is not taken.</param>
/// <param name="SignedAt">When, to the second.</param>
/// <param name="All">In the order in which they were signed.</param>
internal sealed record ReaderList(RootKey Root, uint Version, DateTimeOffset SignedAt, ImmutableArray<Reader> All)
{
    /// <summary>Characters of the longest list that is read.</summary>
    public const int Longest = 256 * 1024;

    private const string First = "chatsupport readers 1";
    private const string TimeForm = "yyyy-MM-dd'T'HH:mm:ss'Z'";
    private const string SignatureWord = "signature ";

    /// <summary>Writes the list with its signature.</summary>
    /// <exception cref="InvalidOperationException">It would not be taken; the message says why.</exception>
    public string Sign(RootSecret root)
    {
        if (Wrong is { } wrong)
            throw new InvalidOperationException(wrong);
        var body = Body;
        return $"{body}{SignatureWord}{Convert.ToBase64String(root.Sign(Encoding.ASCII.GetBytes(body)))}\n";
    }

    /// <summary>Reads a list. There is one text for a list: whatever could be read in two ways is refused.</summary>
    /// <param name="text">The text.</param>
    /// <param name="root">Whose signature it must have.</param>
    /// <param name="wrong">Why it is not taken, a sentence with what to do.</param>
    /// <returns>Null where it is not taken: then there are no readers.</returns>
    public static ReaderList? Read(string text, RootKey root, out string wrong)
    {
        wrong = "The list of readers is not in the form that 'reports keys sign' writes. Put the file back as it was signed.";
        var at = text.Length > Longest ? -1 : text.LastIndexOf(SignatureWord, StringComparison.Ordinal);
        if (at < 0 || !TrySignature(text.AsSpan(at + SignatureWord.Length), out var signature))
            return null;
        var body = text[..at];
        if (Parse(body) is not { } list || list.Body != body)
            return null;
        if (list.Root.ToString() != root.ToString() || !root.Signed(Encoding.ASCII.GetBytes(body), signature))
        {
            wrong = "The list of readers was not signed by the root key of the settings, or was changed since. Put the file back as it was signed, and look who changed it.";
            return null;
        }
        if (list.Wrong is { } inconsistent)
        {
            wrong = inconsistent;
            return null;
        }
        wrong = "";
        return list;
    }

    /// <summary>Tells lists of one version from one another.</summary>
    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(Body)));

    /// <summary>The key of each reader that reports are sealed to at this time.</summary>
    public IEnumerable<Reader> At(DateTimeOffset now) =>
        All.GroupBy(reader => reader.Staff, StringComparer.Ordinal).Select(keys => keys.MaxBy(key => key.Epoch)!).Where(reader => reader.CountsAt(now));

    /// <summary>What stands against the list as a whole; null for nothing.</summary>
    private string? Wrong
    {
        get
        {
            if (All.GroupBy(reader => reader.Key).FirstOrDefault(same => same.Count() > 1) is { } twice)
                return $"The key {twice.Key} stands in the list of readers twice. Each reader and each new key of hers needs a key that nobody had before.";
            foreach (var keys in All.GroupBy(reader => reader.Staff, StringComparer.Ordinal))
            {
                if (!keys.Select(key => key.Epoch).SequenceEqual(Enumerable.Range(1, keys.Count()).Select(number => (uint)number)))
                    return $"The keys of {keys.Key} in the list of readers are not numbered 1, 2, 3 and so on.";
            }
            return All.FirstOrDefault(reader => reader.NotAfter <= reader.NotBefore) is { } never
                ? $"The key {never.Epoch} of {never.Staff} ends before it begins."
                : null;
        }
    }

    private string Body
    {
        get
        {
            var text = new StringBuilder();
            text.Append(First).Append('\n').Append("root ").Append(Root).Append('\n');
            text.Append(CultureInfo.InvariantCulture, $"version {Version} signed {Time(SignedAt)}\n");
            foreach (var reader in All)
                text.Append(CultureInfo.InvariantCulture, $"{Word(reader.Role)} {reader.Staff} key {reader.Epoch} {reader.Key} from {Time(reader.NotBefore)} until {Time(reader.NotAfter)} {(reader.Revoked ? "revoked" : "good")}\n");
            return text.ToString();
        }
    }

    private static bool TrySignature(ReadOnlySpan<char> text, out byte[] signature)
    {
        signature = new byte[64];
        return text is [.. var base64, '\n'] && Convert.TryFromBase64Chars(base64, signature, out var length) && length == signature.Length
            && base64.SequenceEqual(Convert.ToBase64String(signature));
    }

    private static ReaderList? Parse(string body)
    {
        var lines = body.Split('\n');
        if (lines is not [First, var ofRoot, var head, .. var rows, ""] || !RootKey.TryParse(ofRoot.Replace("root ", "", StringComparison.Ordinal), out var named))
            return null;
        if (head.Split(' ') is not ["version", var number, "signed", var at] || !TryNumber(number, out var version) || !TryTime(at, out var signed))
            return null;
        var readers = rows.Select(Row).ToList();
        return readers.Contains(null) ? null : new ReaderList(named, version, signed, [.. readers.Select(reader => reader!)]);
    }

    private static Reader? Row(string line) =>
        line.Split(' ') is [var role, var staff, "key", var epoch, var key, "from", var from, "until", var until, "good" or "revoked"]
            && (role == Word(ReaderRole.Worker) || role == Word(ReaderRole.Recovery)) && Reader.IsId(staff) && TryNumber(epoch, out var number)
            && Age.AgeRecipient.TryParse(key, out var recipient) && TryTime(from, out var notBefore) && TryTime(until, out var notAfter)
            ? new Reader(staff, recipient, role == Word(ReaderRole.Worker) ? ReaderRole.Worker : ReaderRole.Recovery, notBefore, notAfter, number, line.EndsWith(" revoked", StringComparison.Ordinal))
            : null;

    /// <summary>What a role is called in the list and on the command line.</summary>
    public static string Word(ReaderRole role) => role == ReaderRole.Worker ? "worker" : "recovery";

    private static string Time(DateTimeOffset at) => at.ToUniversalTime().ToString(TimeForm, CultureInfo.InvariantCulture);

    private static bool TryNumber(string text, out uint number) => uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static bool TryTime(string text, out DateTimeOffset at) =>
        DateTimeOffset.TryParseExact(text, TimeForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out at);
}
