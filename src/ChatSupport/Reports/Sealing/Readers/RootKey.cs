using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using NSec.Cryptography;

namespace ChatSupport.Reports.Sealing.Readers;

/// <summary>The public half of the root, <c>reports-root1…</c>: what it signed, and nothing else, makes readers. The settings hold it.</summary>
internal sealed class RootKey
{
    private const string Prefix = "reports-root";

    private readonly PublicKey key;

    internal RootKey(PublicKey key) => this.key = key;

    /// <summary>Reads <c>reports-root1…</c>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out RootKey? root)
    {
        root = null;
        if (text is null || !Age.Bech32.TryRead(Prefix, text, out var bytes) || !PublicKey.TryImport(SignatureAlgorithm.Ed25519, bytes, KeyBlobFormat.RawPublicKey, out var key))
            return false;
        root = new RootKey(key!);
        return true;
    }

    /// <summary>The root signed exactly these bytes.</summary>
    public bool Signed(ReadOnlySpan<byte> text, ReadOnlySpan<byte> signature) => SignatureAlgorithm.Ed25519.Verify(key, text, signature);

    public override string ToString() => Age.Bech32.Write(Prefix, key.Export(KeyBlobFormat.RawPublicKey));
}

/// <summary>The private half of the root, <c>REPORTS-ROOT-SECRET-1…</c>. It is kept on paper and typed in to sign; wiped when it is disposed of.</summary>
internal sealed class RootSecret : IDisposable
{
    private const string Prefix = "reports-root-secret-";
    private const int Size = 32;

    private readonly Key key;

    /// <summary>How many characters it has as text.</summary>
    public static readonly int Characters = Age.Bech32.Length(Prefix, Size);

    private RootSecret(Key key) => (this.key, Public) = (key, new RootKey(key.PublicKey));

    /// <summary>The public half.</summary>
    public RootKey Public { get; }

    /// <summary>A root that nobody had before.</summary>
    public static RootSecret New() => new(Key.Create(SignatureAlgorithm.Ed25519, new() { ExportPolicy = KeyExportPolicies.AllowPlaintextExport }));

    /// <summary>Reads <c>REPORTS-ROOT-SECRET-1…</c>, without blanks.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out RootSecret? root)
    {
        root = null;
        if (!Age.Bech32.TryRead(Prefix, text, out var bytes))
            return false;
        if (bytes.Length == Size)
            root = new RootSecret(Key.Import(SignatureAlgorithm.Ed25519, bytes, KeyBlobFormat.RawPrivateKey));
        CryptographicOperations.ZeroMemory(bytes);
        return root is not null;
    }

    /// <summary>Signs.</summary>
    public byte[] Sign(ReadOnlySpan<byte> text) => SignatureAlgorithm.Ed25519.Sign(key, text);

    /// <summary>The text for the paper, of a root that was made now. The caller wipes it.</summary>
    public char[] ToText()
    {
        var bytes = key.Export(KeyBlobFormat.RawPrivateKey);
        var text = new char[Age.Bech32.Length(Prefix, bytes.Length)];
        Age.Bech32.Write(Prefix, bytes, text, capitals: true);
        CryptographicOperations.ZeroMemory(bytes);
        return text;
    }

    public void Dispose() => key.Dispose();
}
