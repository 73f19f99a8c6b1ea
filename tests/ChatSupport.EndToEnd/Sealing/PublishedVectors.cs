using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using ChatSupport.EndToEnd.BotApi;
using ChatSupport.Reports.Sealing;
using ChatSupport.Reports.Sealing.Age;

namespace ChatSupport.EndToEnd.Sealing;

/// <summary>The published test vectors of the age format (C2SP), every one: what must open does, what must not does not, and nothing is given out that was
/// not looked at.</summary>
public sealed class PublishedVectors : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("chatsupport-vectors-");

    /// <summary>Sealed to a passphrase or to a hybrid key, and to nothing else that is given: it must open with these, and we have neither. Nothing of ours is
    /// sealed so. The header is read all the same.</summary>
    private static readonly Dictionary<string, string> others = new()
    {
        ["armor_scrypt"] = "scrypt",
        ["scrypt"] = "scrypt",
        ["armor_hybrid"] = "mlkem768x25519",
        ["hybrid"] = "mlkem768x25519",
        ["hybrid_and_x25519"] = "mlkem768x25519",
        ["hybrid_grease"] = "mlkem768x25519",
        ["hybrid_multiple_recipients"] = "mlkem768x25519",
    };

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Every_one_is_judged_as_published()
    {
        await NodePeers.RunIn(Path.Combine(NodePeers.Folder, "age"), "node", ["files.mjs", "vectors", folder.FullName], TestContext.Current.CancellationToken);
        var wrong = new List<string>();
        var kinds = new Dictionary<string, int>();
        foreach (var vector in Directory.GetFiles(folder.FullName).Select(Vector.Read))
        {
            var (opens, given) = await Open(vector);
            var must = vector.Expects == "success" && !others.ContainsKey(vector.Name);
            if (opens != must)
                wrong.Add($"{vector.Name}: {vector.Expects} is expected, but it {(opens ? "opens" : "is refused")}.");
            if (others.TryGetValue(vector.Name, out var kind) && (vector.IsForUs || !Kinds(vector).Contains(kind)))
                wrong.Add($"{vector.Name} is left out, but is sealed to a key of ours, or its header is not read.");
            if (vector.Payload is { } hash && vector.IsForUs && hash != given)
                wrong.Add($"{vector.Name}: other bytes were given out than may be.");
            kinds[vector.Expects] = kinds.GetValueOrDefault(vector.Expects) + 1;
        }
        Assert.Empty(wrong);
        Assert.Equal(143, kinds.Values.Sum()); // a newer package may have more: look at them
        Assert.Equal(["HMAC failure", "armor failure", "header failure", "no match", "payload failure", "success"], kinds.Keys.Order(StringComparer.Ordinal));
    }

    /// <summary>Opens a file as it comes, and beside it in memory, where nothing is given out before the end.</summary>
    private static async Task<(bool Opens, string Given)> Open(Vector vector)
    {
        var given = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var identities = vector.Secrets.Select(secret => AgeIdentity.TryParse(secret, out var identity) ? identity : null).OfType<AgeIdentity>().ToList();
        if (identities.Count == 0)
            identities.Add(AgeIdentity.New());
        var opens = false;
        try
        {
            var file = Bytes(vector);
            using var source = new MemoryStream(file);
            using var reader = await AgeReader.Begin(source, identities, TestContext.Current.CancellationToken);
            for (var part = await reader.Next(TestContext.Current.CancellationToken); !part.IsEmpty; part = await reader.Next(TestContext.Current.CancellationToken))
                given.AppendData(part.Span);
            opens = true;
            Assert.Equal(given.GetCurrentHash(), SHA256.HashData(AgeFile.Open(file, identities)));
        }
        catch (CannotBeOpenedException)
        {
            Assert.False(opens, $"{vector.Name} opens as it comes, but not in memory.");
        }
        identities.ForEach(identity => identity.Dispose());
        return (opens, Convert.ToHexStringLower(given.GetCurrentHash()));
    }

    private static byte[] Bytes(Vector vector) =>
        !vector.IsArmored ? vector.File : Armor.TryRead(Encoding.Latin1.GetString(vector.File), out var read) ? read : throw new CannotBeOpenedException();

    private static IEnumerable<string> Kinds(Vector vector) => AgeHeader.TryRead(Bytes(vector), out var header) ? header.Stanzas.Select(stanza => stanza.Kind) : [];

    private sealed record Vector(string Name, string Expects, string? Payload, List<string> Secrets, bool HasPassphrase, bool IsArmored, byte[] File)
    {
        public bool IsForUs => !HasPassphrase && !Secrets.Any(secret => secret.StartsWith("AGE-SECRET-KEY-PQ-", StringComparison.Ordinal));

        public static Vector Read(string path)
        {
            var bytes = System.IO.File.ReadAllBytes(path);
            var end = bytes.AsSpan().IndexOf("\n\n"u8);
            var lines = Encoding.UTF8.GetString(bytes, 0, end).Split('\n').Select(line => line.Split(": ", 2)).ToLookup(line => line[0], line => line[1]);
            var file = bytes[(end + 2)..];
            return new Vector(
                Path.GetFileName(path), lines["expect"].Single(), lines["payload"].SingleOrDefault(), [.. lines["identity"]], lines["passphrase"].Any(), lines["armored"].Contains("yes"),
                lines["compressed"].Contains("zlib") ? Inflate(file) : file);
        }

        private static byte[] Inflate(byte[] file)
        {
            using var source = new ZLibStream(new MemoryStream(file), CompressionMode.Decompress);
            using var target = new MemoryStream();
            source.CopyTo(target);
            return target.ToArray();
        }
    }
}
