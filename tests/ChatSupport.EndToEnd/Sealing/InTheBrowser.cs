using System.Globalization;
using System.Text;
using ChatSupport.EndToEnd.BotApi;
using ChatSupport.Reports.Sealing;
using ChatSupport.Reports.Sealing.Age;

namespace ChatSupport.EndToEnd.Sealing;

/// <summary>The script that the console serves opens what we seal and seals what we open, of every size around the ones that files are filled up to; what lies
/// elsewhere, was cut or was changed it refuses.</summary>
public sealed class InTheBrowser : IDisposable
{
    private static readonly int[] ends = [0, 1, 1024, 4096, 16_384, 65_536, 67_584, 200_000];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("chatsupport-browser-");
    private readonly AgeIdentity key = AgeIdentity.New();
    private readonly Guid ofCase = Guid.NewGuid();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static string Script => Path.Combine(Repository.Top, "src", "ChatSupport", "obj", "browser", "root", "console", "reports", "reports.js");

    public void Dispose()
    {
        key.Dispose();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Both_hold_each_others_files_and_refuse_the_same()
    {
        var contents = ends.SelectMany(end => new[] { end - 135, end - 133, end }).Where(length => length >= 0).Distinct().Select(length => Encoding.ASCII.GetBytes(new string('x', length))).ToList();
        for (var number = 0; number < contents.Count; number++)
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, $"{number}.ours"), SealedFile.Seal(contents[number], PlaceOf(number), [key.Recipient]), Cancel);
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "test.mjs"), Program, Cancel);

        var said = await NodePeers.Run("node", [Path.Combine(folder.FullName, "test.mjs"), Script, folder.FullName, Encoding.ASCII.GetString(key.ToText()), $"{ofCase:n}",
            string.Join(',', contents.Select(content => content.Length))], Cancel);

        Assert.Equal("all", said.Trim());
        for (var number = 0; number < contents.Count; number++)
            Assert.Equal(contents[number], SealedFile.Open(await File.ReadAllBytesAsync(Path.Combine(folder.FullName, $"{number}.theirs"), Cancel), PlaceOf(number), key));
    }

    private SealedPlace PlaceOf(int number) => new(Purpose.Message, ofCase, Guid.ParseExact(number.ToString("x32", CultureInfo.InvariantCulture), "n"), 3);

    /// <summary>Opens ours, seals its own, and tries ours in every other place, cut and changed.</summary>
    private const string Program = """
        import { readFile, writeFile } from "node:fs/promises";
        import assert from "node:assert";
        const [script, folder, key, ofCase, lengths] = process.argv.slice(2);
        const { open, seal } = await import(script);
        const refused = work => assert.rejects(work, error => error.message === "This cannot be opened.");
        for (const [number, length] of lengths.split(",").map(Number).entries()) {
          const place = { purpose: "message", ofCase, row: number.toString(16).padStart(32, "0"), epoch: 3 };
          const file = new Uint8Array(await readFile(`${folder}/${number}.ours`));
          const content = await open(file, place, key);
          assert.ok(content.length === length && content.every(byte => byte === 0x78));
          await writeFile(`${folder}/${number}.theirs`, await seal(content, place, key));
          if (length > 5000) continue;
          await refused(open(file, { ...place, purpose: "note" }, key));
          await refused(open(file, { ...place, row: "f".repeat(32) }, key));
          await refused(open(file, { ...place, ofCase: "f".repeat(32) }, key));
          await refused(open(file, { ...place, epoch: 4 }, key));
          await refused(open(file.slice(0, -1), place, key));
          for (let at = 0; at < file.length; at += 97) {
            const changed = file.slice();
            changed[at] ^= 1;
            await refused(open(changed, place, key));
          }
        }
        console.log("all");
        """;
}
