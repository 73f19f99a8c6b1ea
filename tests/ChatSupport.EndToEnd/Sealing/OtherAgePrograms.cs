using System.Globalization;
using System.Text;
using ChatSupport.EndToEnd.BotApi;
using ChatSupport.Reports.Sealing;
using ChatSupport.Reports.Sealing.Age;

namespace ChatSupport.EndToEnd.Sealing;

/// <summary>Debian's <c>age</c> and the reference TypeScript implementation open what we seal, and we open what they seal. Texts and attachments of random
/// sizes, many around the ends of chunks.</summary>
public sealed class OtherAgePrograms : IDisposable
{
    private const int Usual = 150;
    private const int AtOnce = 4;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("chatsupport-age-");
    private readonly AgeIdentity identity = AgeIdentity.New();
    private readonly SortedDictionary<string, byte[]> contents = new(StringComparer.Ordinal);

    public OtherAgePrograms()
    {
        var random = new Random(Seed); // sizes and contents are no secrets
        for (var number = 0; number < Files; number++)
        {
            var content = new byte[Size(random)];
            random.NextBytes(content);
            contents[number.ToString("00000", CultureInfo.InvariantCulture)] = content;
        }
    }

    /// <summary>How many files go each way; <c>CHATSUPPORT_SEALED_FILES</c> sets another number.</summary>
    private static int Files { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("CHATSUPPORT_SEALED_FILES"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : Usual;

    private static int Seed { get; } = Environment.TickCount;

    private static string Peers => Path.Combine(NodePeers.Folder, "age");

    private string Secret => Encoding.ASCII.GetString(identity.ToText());

    public void Dispose()
    {
        identity.Dispose();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task The_reference_library_opens_ours_and_we_open_its()
    {
        await SealAll();
        await Node("open", Secret, Sub("sealed"), Sub("opened"));
        HoldsPadded("opened");

        WriteAll();
        await Node("seal", identity.Recipient.ToString(), Sub("plain"), Sub("theirs"));
        OpensAll();
    }

    [Fact]
    public async Task Debians_age_opens_ours_and_we_open_its()
    {
        await SealAll();
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "key"), Secret, TestContext.Current.CancellationToken);
        await Debian("age -d -i ../key -o \"../opened/$0\" \"$0\"", Sub("sealed"), Sub("opened"));
        HoldsPadded("opened");

        WriteAll();
        await Debian($"age -r {identity.Recipient} -o \"../theirs/$0\" \"$0\"", Sub("plain"), Sub("theirs"));
        OpensAll();
    }

    [Fact]
    public async Task A_pasted_export_opens_with_the_ordinary_tool()
    {
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "key"), Secret, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(Sub("armored"), "export"), Armor.Write(AgeFile.Seal("ករណី"u8, [identity.Recipient])), TestContext.Current.CancellationToken);
        await Debian("age -d -i ../key -o \"../opened/$0\" \"$0\" && age -a -r " + identity.Recipient + " -o ../theirs ../opened/\"$0\"", Sub("armored"), Sub("opened"));

        Assert.Equal("ករណី", await File.ReadAllTextAsync(Path.Combine(Sub("opened"), "export"), TestContext.Current.CancellationToken));
        Assert.True(Armor.TryRead(await File.ReadAllTextAsync(Path.Combine(folder.FullName, "theirs"), TestContext.Current.CancellationToken), out var file));
        Assert.Equal("ករណី"u8, AgeFile.Open(file, identity));
    }

    [Fact]
    public async Task Keys_are_the_same_text_everywhere()
    {
        var made = await NodePeers.RunIn(Peers, "sh", ["-c", "age-keygen 2>/dev/null"], TestContext.Current.CancellationToken);
        var lines = made.Split('\n', StringSplitOptions.TrimEntries);

        Assert.True(AgeIdentity.TryParse(lines.Single(line => line.StartsWith("AGE-SECRET-KEY-1", StringComparison.Ordinal)), out var theirs));
        using (theirs)
            Assert.Equal(lines.Single(line => line.StartsWith("# public key: ", StringComparison.Ordinal))[14..], theirs.Recipient.ToString());
    }

    private static int Size(Random random) => random.Next(10) switch
    {
        < 7 => random.Next(0, 4_000),
        < 9 => Math.Max(0, (random.Next(0, 3) * Payload.Chunk) + random.Next(-200, 5)),
        _ => random.Next(0, 300_000),
    };

    private static SealedPlace PlaceOf(string name) => new(
        int.Parse(name, CultureInfo.InvariantCulture) % 2 == 0 ? Purpose.Attachment : Purpose.Message, Guid.Empty, new Guid(int.Parse(name, CultureInfo.InvariantCulture), 0, 0, new byte[8]), 1);

    private async Task SealAll()
    {
        foreach (var (name, content) in contents)
        {
            await using var target = File.Create(Path.Combine(Sub("sealed"), name));
            using var source = new MemoryStream(content);
            if (PlaceOf(name).Purpose == Purpose.Message)
                await target.WriteAsync(SealedFile.Seal(content, PlaceOf(name), [identity.Recipient]), TestContext.Current.CancellationToken);
            else
                await SealedFile.Seal(source, content.Length, target, PlaceOf(name), [identity.Recipient], TestContext.Current.CancellationToken);
        }
    }

    /// <summary>What another program opened: the line with the place, the content, blanks up to a usual size.</summary>
    private void HoldsPadded(string sub)
    {
        foreach (var (name, content) in contents)
        {
            var opened = File.ReadAllBytes(Path.Combine(Sub(sub), name));
            var line = PlaceOf(name).Line(content.Length);
            Assert.True(opened.AsSpan().StartsWith((byte[])[.. line, .. content]), $"{name} of {content.Length} bytes (seed {Seed}) was opened otherwise.");
            Assert.Equal(Padding.Size(line.Length + content.Length), opened.Length);
            Assert.False(opened.AsSpan(line.Length + content.Length).ContainsAnyExcept(Padding.Filler));
        }
        Assert.Equal(contents.Count, Directory.GetFiles(Sub(sub)).Length);
    }

    private void WriteAll()
    {
        foreach (var (name, content) in contents)
            File.WriteAllBytes(Path.Combine(Sub("plain"), name), content);
    }

    private void OpensAll()
    {
        foreach (var (name, content) in contents)
            Assert.True(content.AsSpan().SequenceEqual(AgeFile.Open(File.ReadAllBytes(Path.Combine(Sub("theirs"), name)), identity)), $"{name} of {content.Length} bytes (seed {Seed}) was opened otherwise.");
    }

    private static Task<string> Node(params string[] arguments) => NodePeers.RunIn(Peers, "node", ["files.mjs", .. arguments], TestContext.Current.CancellationToken);

    /// <summary>One process for each file, as that program wants it, some beside one another.</summary>
    private static async Task Debian(string command, string from, string to)
    {
        Directory.CreateDirectory(to);
        await NodePeers.Run("sh", ["-c", $"cd {from} && ls | xargs -n 1 -P {AtOnce} sh -c '{command}'"], TestContext.Current.CancellationToken);
    }

    private string Sub(string name) => Directory.CreateDirectory(Path.Combine(folder.FullName, name)).FullName;
}
