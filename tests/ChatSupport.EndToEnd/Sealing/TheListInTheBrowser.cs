using System.Text.Json;
using ChatSupport.EndToEnd.BotApi;
using ChatSupport.Reports.Sealing.Age;
using ChatSupport.Reports.Sealing.Readers;

namespace ChatSupport.EndToEnd.Sealing;

/// <summary>The script that gives keys takes the readers from what the root signed, as the server does, and takes no list that was changed anywhere.</summary>
public sealed class TheListInTheBrowser : IDisposable
{
    private static readonly DateTimeOffset now = new(2026, 11, 27, 18, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("chatsupport-list-");
    private readonly RootSecret root = RootSecret.New();
    private readonly RootSecret other = RootSecret.New();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static string Script => Path.Combine(Repository.Top, "src", "ChatSupport", "obj", "browser", "root", "console", "reports", "reports.js");

    public void Dispose()
    {
        root.Dispose();
        other.Dispose();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Gives_the_same_readers_and_is_refused_where_anything_was_changed()
    {
        var list = new ReaderList(root.Public, 7, now,
        [
            Reader("dara", 1, ReaderRole.Worker, isRevoked: true), Reader("dara", 2, ReaderRole.Worker), Reader("left", 1, ReaderRole.Worker, isRevoked: true),
            Reader("replaced", 1, ReaderRole.Worker), Reader("replaced", 2, ReaderRole.Worker, isRevoked: true), Reader("recovery", 1, ReaderRole.Recovery),
            Reader("later", 1, ReaderRole.Worker) with { NotBefore = now.AddDays(1) }, Reader("ended", 1, ReaderRole.Worker) with { NotAfter = now },
        ]);
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "list"), list.Sign(root), Cancel);
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "test.mjs"), Program, Cancel);
        var expected = JsonSerializer.Serialize(list.At(now).Select(reader => $"{ReaderList.Word(reader.Role)} {reader.Staff} {reader.Epoch} {reader.Key}"));

        var said = await NodePeers.Run("node", [Path.Combine(folder.FullName, "test.mjs"), Script, folder.FullName, root.Public.ToString(), other.Public.ToString(),
            $"{now.ToUnixTimeMilliseconds()}", expected], Cancel);

        Assert.Equal("all", said.Trim());
    }

    private static Reader Reader(string staff, uint epoch, ReaderRole role, bool isRevoked = false)
    {
        using var key = AgeIdentity.New();
        return new Reader(staff, key.Recipient, role, now.AddDays(-10), now.AddYears(1), epoch, isRevoked);
    }

    private const string Program = """
        import { readFile } from "node:fs/promises";
        import assert from "node:assert";
        const [script, folder, root, other, now, expected] = process.argv.slice(2);
        const { readersIn } = await import(script);
        const list = await readFile(`${folder}/list`, "ascii");
        const told = readersIn(list, root, Number(now)).map(one => `${one.role} ${one.staff} ${one.epoch} ${one.key}`);
        assert.deepStrictEqual(told.sort(), JSON.parse(expected).sort());
        assert.strictEqual(readersIn(list, other, Number(now)), undefined);
        assert.strictEqual(readersIn(list.replaceAll(root, other), other, Number(now)), undefined);
        assert.strictEqual(readersIn(list.replace(/^worker left.*\n/m, ""), root, Number(now)), undefined);
        assert.strictEqual(readersIn(list.replace("revoked", "good"), root, Number(now)), undefined);
        assert.strictEqual(readersIn("", root, Number(now)), undefined);
        for (let at = 0; at < list.length; at += at > list.length - 100 ? 1 : 11)
          assert.strictEqual(readersIn(list.slice(0, at) + String.fromCharCode(list.charCodeAt(at) ^ 1) + list.slice(at + 1), root, Number(now)), undefined, `changed at ${at}`);
        console.log("all");
        """;
}
