using System.Security.Cryptography;
using ChatSupport.Reports.Sealing.Age;
using ChatSupport.Reports.Sealing.Readers;

namespace ChatSupport.Reports.Sealing;

/// <summary>A key pair that was made now, for a case or for its conversation. Its private half is given to the readers, then wiped: from then on this
/// program can seal to it, and open nothing.</summary>
/// <param name="purpose"><see cref="Purpose.CaseKey"/> or <see cref="Purpose.ThreadKey"/>.</param>
/// <param name="ofCase">The case.</param>
/// <param name="epoch">Which key of the case it is, from 1 on.</param>
internal sealed class NewKey(Purpose purpose, Guid ofCase, uint epoch) : IDisposable
{
    /// <summary>The private half, for who wraps it in another way as well, such as by a receipt.</summary>
    public AgeIdentity Private { get; } = AgeIdentity.New();

    /// <summary>The public half, which is kept.</summary>
    public AgeRecipient Public => Private.Recipient;

    /// <summary>Gives the private half to each reader, in a file of its own, so that one can be taken away or given again without the others.</summary>
    public IReadOnlyList<KeyGrant> SealTo(ReaderSet readers) => Give(Private, purpose, ofCase, epoch, readers.All);

    /// <summary>Gives a private half that is at hand to further readers.</summary>
    /// <param name="key">The key.</param>
    /// <param name="purpose">What it is the key of.</param>
    /// <param name="ofCase">The case.</param>
    /// <param name="epoch">Which key of the case.</param>
    /// <param name="readers">To whom.</param>
    public static IReadOnlyList<KeyGrant> Give(AgeIdentity key, Purpose purpose, Guid ofCase, uint epoch, IEnumerable<Reader> readers) =>
        [.. readers.Select(reader => Give(key, purpose, ofCase, epoch, reader))];

    public void Dispose() => Private.Dispose();

    /// <summary>Takes a private half out of a grant, as a reader does.</summary>
    /// <param name="grant">What was given.</param>
    /// <param name="purpose">What it must be the key of.</param>
    /// <param name="ofCase">The case.</param>
    /// <param name="epoch">Which key of the case.</param>
    /// <param name="reader">The reader's own key.</param>
    /// <exception cref="CannotBeOpenedException">It was given to somebody else, is another key, or was changed.</exception>
    public static AgeIdentity Open(KeyGrant grant, Purpose purpose, Guid ofCase, uint epoch, AgeIdentity reader)
    {
        var text = SealedFile.Open(grant.Sealed, new SealedPlace(purpose, ofCase, grant.Row, epoch), reader);
        var chars = Array.ConvertAll(text, one => (char)one);
        try
        {
            return AgeIdentity.TryParse(chars, out var key) ? key : throw new CannotBeOpenedException();
        }
        finally
        {
            CryptographicOperations.ZeroMemory(text);
            Array.Clear(chars);
        }
    }

    private static KeyGrant Give(AgeIdentity key, Purpose purpose, Guid ofCase, uint epoch, Reader reader)
    {
        var row = Guid.NewGuid();
        var text = key.ToText();
        try
        {
            return new KeyGrant(row, reader.Staff, reader.Epoch, SealedFile.Seal(text, new SealedPlace(purpose, ofCase, row, epoch), [reader.Key]));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(text);
        }
    }
}

/// <summary>The private half of a key, sealed to one reader.</summary>
/// <param name="Row">Its own id; the file opens under it alone.</param>
/// <param name="Staff">Whom it was given to.</param>
/// <param name="ReaderEpoch">Which key of that reader.</param>
/// <param name="Sealed">An age file that holds the private half as text.</param>
internal sealed record KeyGrant(Guid Row, string Staff, uint ReaderEpoch, byte[] Sealed);
