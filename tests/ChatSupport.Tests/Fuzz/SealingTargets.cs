using System.Text;
using ChatSupport.Reports.Sealing;
using ChatSupport.Reports.Sealing.Age;
using ChatSupport.Reports.Sealing.Readers;
using ChatSupport.Reports.Sealing.Receipts;

namespace ChatSupport.Fuzzing;

/// <summary>What reads sealed files, lists of readers and codes. Whatever it reads, it opens or refuses, with one error.</summary>
internal sealed class SealingTargets
{
    private const string Root = "reports-root1";

    private static readonly SealedPlace place = new(Purpose.Answer, new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11), new Guid(11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1), 3);

    private readonly AgeIdentity identity = AgeIdentity.Of(Enumerable.Repeat((byte)0x42, 32).ToArray());
    private readonly RootSecret root = RootSecret.New();

    public IReadOnlyList<byte[]> Files => [
        AgeFile.Seal("x"u8, [identity.Recipient]), SealedFile.Seal("y"u8, place, [identity.Recipient]), AgeFile.Seal([], [identity.Recipient, identity.Recipient]),
        Encoding.ASCII.GetBytes(Armor.Write(AgeFile.Seal("z"u8, [identity.Recipient]))), .. Bytes("age-encryption.org/v1\n-> grease x y\nAAAA\n--- " + new string('A', 43) + "\n"),
    ];

    public static IReadOnlyList<byte[]> FileWords { get; } = Bytes(
        "age-encryption.org/v1\n", "-> ", "X25519", "scrypt", " 18", "\n", "\r\n", " ", "---", "--- ", "AAAA", "=", new string('A', 43), new string('A', 64) + "\n",
        "-----BEGIN AGE ENCRYPTED FILE-----\n", "-----END AGE ENCRYPTED FILE-----\n", "\0", "O6DLx/wDIawpUC978NSPjYvrfDtJVnZApXKp4FMPHCY");

    public IReadOnlyList<byte[]> Lists
    {
        get
        {
            var key = new Reader("dara", identity.Recipient, ReaderRole.Worker, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddDays(1), 1, Revoked: false);
            return [
                .. Bytes(new ReaderList(root.Public, 3, DateTimeOffset.UnixEpoch, [key]).Sign(root), new ReaderList(root.Public, 1, DateTimeOffset.UnixEpoch, []).Sign(root)),
                .. RecoverySheets.Split(identity).SelectMany(sheet => Bytes(new string(sheet))), .. Bytes("1234 5678 9012 3456 7890", identity.Recipient.ToString(), root.Public.ToString()),
            ];
        }
    }

    public static IReadOnlyList<byte[]> ListWords { get; } = Bytes(
        "chatsupport readers 1\n", "root ", "version ", " signed ", "signature ", "worker ", "recovery ", " key ", " from ", " until ", " good", " revoked", "2026-11-24T08:00:00Z", "1", "0", "4294967296", "\n", " ", "age1", Root,
        "RECOVERY-SHEET-1", "qpzry9x8gf2tvdw0s3jn54khce6mua7l", "១២៣៤", "-", "\u200B");

    public IReadOnlyList<byte[]> Plains { get; } = Bytes(
        Encoding.ASCII.GetString(place.Line(1)) + "x" + new string(' ', 1024 - place.Line(1).Length - 1), Encoding.ASCII.GetString(place.Line(0)), "1 chatsupport note case");

    public static IReadOnlyList<byte[]> PlainWords { get; } = Bytes(
        "1 chatsupport ", "answer ", "note ", "case ", "row ", "epoch ", "bytes ", "\n", " ", "-1", "0", "9223372036854775807", "00000001000200030405060708090a0b", new string(' ', 512));

    /// <summary>A file as it comes from outside.</summary>
    public void File(byte[] bytes)
    {
        Try(() => SealedFile.Open(bytes, place, identity));
        if (AgeHeader.TryRead(bytes, out var header))
            Hold(AgeHeader.Write(header.Stanzas, _ => header.Mac).AsSpan().SequenceEqual(bytes.AsSpan(0, header.Length)), "a header is read that is written otherwise");
        if (Armor.TryRead(Encoding.Latin1.GetString(bytes), out var file))
            Try(() => AgeFile.Open(file, identity));
    }

    /// <summary>What stands within a file that a reader sealed by hand.</summary>
    public void Plain(byte[] bytes)
    {
        long length;
        int line;
        try
        {
            length = place.Check(bytes, out line);
        }
        catch (CannotBeOpenedException)
        {
            return;
        }
        Hold(length >= 0 && bytes.AsSpan(0, line).SequenceEqual(place.Line(length)), "a line is read that is written otherwise");
        var file = AgeFile.Seal(bytes, [identity.Recipient]);
        Try(() => Hold(SealedFile.Open(file, place, identity).Length == length, "a content has another length than it says"));
    }

    /// <summary>A list of readers, or what people type from paper.</summary>
    public void Typed(byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        if (ReaderList.Read(text, root.Public, out var wrong) is { } list)
            Hold(Lists.Any(known => text == Encoding.UTF8.GetString(known)) || list.Sign(root) == text, "a list is taken that was not signed");
        else
            Hold(wrong.Length > 0, "a list is refused without a word");
        if (RecoverySheets.TryJoin(text, text, out _, out _))
            throw new InvalidOperationException("This must not be: one sheet gives the key.");
        if (ReceiptCode.TryParse(text, out var code))
            Hold(code.Locator.Length == 6 && code.Secret.Length == 14, "a receipt has other than twenty digits");
        if (AgeRecipient.TryParse(text, out var recipient))
            Hold(recipient.ToString() == text, "a key is read that is written otherwise");
        _ = RootKey.TryParse(text, out _);
    }

    private static void Try(Action open)
    {
        try
        {
            open();
        }
        catch (CannotBeOpenedException)
        {
            // Refused, as nearly all are.
        }
    }

    private static byte[][] Bytes(params string[] texts) => [.. texts.Select(Encoding.UTF8.GetBytes)];

    private static void Hold(bool isSo, string what)
    {
        if (!isSo)
            throw new InvalidOperationException($"This must not be: {what}.");
    }
}
