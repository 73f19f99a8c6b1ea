using System.Globalization;
using System.Text;

namespace ChatSupport.Reports.Sealing;

/// <summary>Where a sealed file belongs: it opens nowhere else, so that nobody with the database can swap or repeat rows.</summary>
/// <param name="Purpose">What it is.</param>
/// <param name="Case">The case.</param>
/// <param name="Row">The row that holds it.</param>
/// <param name="Epoch">Which key of the case it is sealed to: one more with each new key.</param>
internal sealed record SealedPlace(Purpose Purpose, Guid Case, Guid Row, uint Epoch)
{
    /// <summary>Bytes of the longest line.</summary>
    public const int LongestLine = 180;

    private const char Version = '1';
    private const long LongestContent = 1L << 40; // beyond all that is stored; sums of it do not overflow

    /// <summary>The first line within the file. Its first byte is the version of all that follows; there is one line for a place and a length.</summary>
    /// <param name="length">Bytes of the content.</param>
    public byte[] Line(long length) => Encoding.ASCII.GetBytes(string.Create(
        CultureInfo.InvariantCulture, $"{Version} chatsupport {Word} case {Case:n} row {Row:n} epoch {Epoch} bytes {length}\n"));

    /// <summary>Reads the first line.</summary>
    /// <param name="plain">The beginning of what was sealed, at least <see cref="LongestLine"/> bytes or all.</param>
    /// <param name="line">Bytes of the line.</param>
    /// <returns>Bytes of the content.</returns>
    /// <exception cref="CannotBeOpenedException">It was sealed for another place.</exception>
    public long Check(ReadOnlySpan<byte> plain, out int line)
    {
        line = plain[..Math.Min(plain.Length, LongestLine)].IndexOf((byte)'\n') + 1;
        var said = plain[..line];
        var number = said[(said.LastIndexOf((byte)' ') + 1)..];
        if (number.Length < 2
            || !long.TryParse(number[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            || length > LongestContent
            || !said.SequenceEqual(Line(length)))
        {
            throw new CannotBeOpenedException();
        }
        return length;
    }

    private string Word => Purpose switch
    {
        Purpose.Answer => "answer",
        Purpose.Identity => "identity",
        Purpose.Attachment => "attachment",
        Purpose.Note => "note",
        Purpose.Message => "message",
        Purpose.CaseKey => "case-key",
        Purpose.ThreadKey => "thread-key",
        Purpose.Export => "export",
        _ => throw new InvalidOperationException($"There is no purpose {Purpose}."),
    };
}
