using System.IO.Compression;
using ChatSupport.Content.Drafts;
using ChatSupport.Content.Translations;
using ChatSupport.Tests.Content.Drafts;
using static ChatSupport.Tests.Content.Drafts.DraftHost;

namespace ChatSupport.Tests.Content.Translations;

public sealed class TranslatingInTheConsole
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("texts.xlsx")]
    [InlineData("C:\\some where\\..\\texts.xliff")]
    public async Task A_file_that_comes_back_is_drafts_in_the_name_of_who_imported_it(string name)
    {
        await using var host = await DraftHost.Start();
        var dara = await host.Editor("Dara");
        var (book, bytes) = (host.Get<TranslationBook>(), await Translated(host, dara, TranslationFiles.FormatOf(name)!.Value, "ច្បាប់ថ្មី"));

        var (seen, reading) = await book.Read(dara, new MemoryStream(bytes), name, Cancel);
        var ready = Assert.IsType<ImportReading.Ready>(reading);
        Assert.Single(ready.Edits);
        Assert.Null(await book.TakeOver(dara, seen, ready, Cancel));

        Assert.Equal("ច្បាប់ថ្មី", await host.Text(Hours, Says, "km"));
        var draft = Assert.Single((await host.Look()).Drafts.Values);
        Assert.True(Authors.Has(draft.Authors, host.IdOf(dara), "km"));
        Assert.Single(host.Audit("content.import"));
    }

    [Fact]
    public async Task What_somebody_changed_between_looking_and_taking_over_is_not_overwritten()
    {
        await using var host = await DraftHost.Start();
        var (dara, srey) = (await host.Editor("Dara"), await host.Editor("Srey"));
        var (book, bytes) = (host.Get<TranslationBook>(), await Translated(host, dara, TranslationFormat.Xlsx, "ច្បាប់ថ្មី"));
        var (seen, reading) = await book.Read(dara, new MemoryStream(bytes), "texts.xlsx", Cancel);
        await host.Rewrite(srey, "របស់ខ្ញុំ", language: "km");

        Assert.StartsWith("Somebody changed", await book.TakeOver(dara, seen, Assert.IsType<ImportReading.Ready>(reading), Cancel), StringComparison.Ordinal);

        Assert.Equal("របស់ខ្ញុំ", await host.Text(Hours, Says, "km"));
    }

    [Fact]
    public async Task A_bomb_and_what_is_no_spreadsheet_are_refused_and_nothing_changes()
    {
        await using var host = await DraftHost.Start();
        var dara = await host.Editor("Dara");
        foreach (var (bytes, name) in new[] { (Bomb(), "texts.xlsx"), ("MZ not a sheet"u8.ToArray(), "texts.xlsx"), ([], "texts.xlsx"), ("<xliff/>"u8.ToArray(), "../../texts.exe") })
        {
            var (_, reading) = await host.Get<TranslationBook>().Read(dara, new MemoryStream(bytes), name, Cancel);
            Assert.NotEmpty(Assert.IsType<ImportReading.Refused>(reading).Problems);
        }
        Assert.Empty((await host.Look()).Drafts);
    }

    [Fact]
    public async Task Languages_that_belong_together_again_are_not_stale()
    {
        await using var host = await DraftHost.Start();
        var dara = await host.Editor("Dara");
        await host.Rewrite(dara, "Other words");
        Assert.Equal(TextState.Stale, await State(host, dara));

        Assert.Null(await host.Get<TranslationBook>().BelongTogether(dara, "rights/hours", Cancel));

        Assert.Equal(TextState.Draft, await State(host, dara));
    }

    private static async Task<TextState> State(DraftHost host, string session) =>
        (await host.Get<TranslationBook>().Look(session, "km")).Sheet!.Rows.First(row => row.Path == Hours && row.Place == Says).State;

    private static async Task<byte[]> Translated(DraftHost host, string session, TranslationFormat format, string text)
    {
        var sheet = (await host.Get<TranslationBook>().Look(session, "km")).Sheet!.Only(row => row.Path == Hours && row.Place == Says);
        var written = TranslationFiles.Write(sheet, format);
        return format == TranslationFormat.Xliff
            ? System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(written).Replace(System.Security.SecurityElement.Escape(sheet.Rows[0].Target)!, text, StringComparison.Ordinal))
            : Replaced(written, sheet.Rows[0].Target, text);
    }

    /// <summary>What a translator's program does: the text in its cell is another one.</summary>
    private static byte[] Replaced(byte[] xlsx, string from, string to)
    {
        var stream = new MemoryStream();
        stream.Write(xlsx);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var entry in archive.Entries.Where(entry => entry.FullName.EndsWith(".xml", StringComparison.Ordinal)).ToList())
            {
                string text;
                using (var reader = new StreamReader(entry.Open()))
                    text = reader.ReadToEnd();
                var changed = text.Replace(System.Security.SecurityElement.Escape(from)!, to, StringComparison.Ordinal);
                if (changed == text)
                    continue;
                var name = entry.FullName;
                entry.Delete();
                using var writer = new StreamWriter(archive.CreateEntry(name).Open());
                writer.Write(changed);
            }
        }
        return stream.ToArray();
    }

    /// <summary>A small archive that would be a gigabyte.</summary>
    private static byte[] Bomb()
    {
        var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry("xl/worksheets/sheet1.xml").Open();
            var zeros = new byte[1 << 20];
            for (var at = 0; at < 1 << 10; at++)
                entry.Write(zeros);
        }
        return stream.ToArray();
    }
}
