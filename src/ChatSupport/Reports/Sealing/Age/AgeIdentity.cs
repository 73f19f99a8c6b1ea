using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using NSec.Cryptography;

namespace ChatSupport.Reports.Sealing.Age;

/// <summary>A private key that opens files: <c>AGE-SECRET-KEY-1…</c>. It lies in memory that is never swapped out, and is wiped when it is disposed of.</summary>
internal sealed class AgeIdentity : IDisposable
{
    private const string Prefix = "age-secret-key-";

    private readonly Key key;

    private AgeIdentity(Key key) => (this.key, Recipient) = (key, AgeRecipient.Of(key.PublicKey));

    /// <summary>The public half.</summary>
    public AgeRecipient Recipient { get; }

    internal Key Key => key;

    private static KeyCreationParameters Exportable => new() { ExportPolicy = KeyExportPolicies.AllowPlaintextExport };

    /// <summary>A key that nobody had before.</summary>
    public static AgeIdentity New() => new(Key.Create(KeyAgreementAlgorithm.X25519, Exportable));

    /// <summary>The key of these 32 bytes.</summary>
    /// <exception cref="ArgumentException">There are more or fewer.</exception>
    public static AgeIdentity Of(ReadOnlySpan<byte> bytes) => bytes.Length == AgeRecipient.Size
        ? new(Key.Import(KeyAgreementAlgorithm.X25519, bytes, KeyBlobFormat.RawPrivateKey, Exportable))
        : throw new ArgumentException("A private key has 32 bytes.", nameof(bytes));

    /// <summary>Reads <c>AGE-SECRET-KEY-1…</c>.</summary>
    /// <param name="text">The characters; the caller wipes them where it can.</param>
    /// <param name="identity">The key.</param>
    /// <returns>False for anything else.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out AgeIdentity? identity)
    {
        identity = null;
        if (text.ContainsAnyInRange('a', 'z') || !Bech32.TryRead(Prefix, text, out var bytes))
            return false;
        identity = bytes.Length == AgeRecipient.Size ? Of(bytes) : null;
        CryptographicOperations.ZeroMemory(bytes);
        return identity is not null;
    }

    /// <summary>The same key once more, wiped by itself.</summary>
    public AgeIdentity Copy()
    {
        var bytes = ToBytes();
        try
        {
            return Of(bytes);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    /// <summary>The key's 32 bytes. The caller wipes them.</summary>
    public byte[] ToBytes() => key.Export(KeyBlobFormat.RawPrivateKey);

    /// <summary>The key as the text that every age program reads, in ASCII. The caller wipes it.</summary>
    public byte[] ToText()
    {
        var bytes = ToBytes();
        var text = new char[Bech32.Length(Prefix, bytes.Length)];
        try
        {
            Bech32.Write(Prefix, bytes, text, capitals: true);
            return Encoding.ASCII.GetBytes(text);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
            Array.Clear(text);
        }
    }

    public void Dispose() => key.Dispose();
}
