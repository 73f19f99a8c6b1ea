using System.Text;
using System.Text.Json.Nodes;
using ChatSupport.BotApi;
using ChatSupport.BotApi.People;
using ChatSupport.EndToEnd.DirectLine;
using ChatSupport.EndToEnd.Telegram;
using ChatSupport.Reports.Sealing;
using ChatSupport.Reports.Sealing.Age;
using ChatSupport.Reports.Sealing.Readers;
using Microsoft.Data.Sqlite;

namespace ChatSupport.EndToEnd.Reports;

/// <summary>A report in Khmer through real HTTP: by text, voice and picture in Telegram, followed by its number in the web chat, read by a case worker alone.</summary>
public sealed class AReportInTelegram
{
    private const string Said = "ថៅកែដកយកលិខិតឆ្លងដែន MARK-7391";

    private static readonly TimeSpan patience = TimeSpan.FromSeconds(60);
    private static readonly byte[] voice = Encoding.ASCII.GetBytes("OggS MARK-her-voice");

    private static readonly byte[] photo =
        [0xFF, 0xD8, 0xFF, 0xE1, 0x00, 0x0C, .. "Exif\0\0GPS1"u8, 0xFF, 0xDB, 0x00, 0x04, 0x01, 0x02, 0xFF, 0xDA, 0x00, 0x04, 0x03, 0x04, 0x11, 0x22, 0xFF, 0xD9];

    [Fact]
    public async Task Is_sealed_as_it_comes_followed_from_another_channel_and_read_by_a_case_worker_alone()
    {
        using var dara = AgeIdentity.New();
        var folder = ChatSupportProcess.NewFolder();
        await using var api = await BotApiServer.Start();
        var port = TestPort.Find();
        await using var program = await ChatSupportProcess.Serve(folder, port, [.. Bot.Settings(api, Way.Polling, port), .. Readers(folder, dara)]);
        var she = new Talk(api.Worker("km"));

        await she.Types("/start", "តើអ្នកយល់ព្រមទេ?");
        await she.Presses("យល់ព្រម ចាប់ផ្តើម", "តើអ្នកចង់ដឹងអំពីអ្វី?");
        await she.Types("ខ្ញុំចង់រាយការណ៍", "ដោយសុវត្ថិភាពទេ?");
        await she.Presses("🟢 មានសុវត្ថិភាព", "ជំនួយដែលមានភ្លាម");
        await she.Presses("ចង់រាយការណ៍", "តេឡេក្រាមខ្លួនឯង ឃើញសារមុនចាក់សោ");
        await she.Presses("យល់ហើយ ចាប់ផ្តើម", "អំពីអ្នកណា?");
        await she.Presses("អំពីខ្ញុំ", "កំពុងមានគ្រោះថ្នាក់ទេ?");
        await she.Presses("🟢 ទេ", "តើជារឿងអ្វី?");
        await she.Presses("គេបង្ខំ ឬឃុំ", "តើមានរឿងអ្វីកើតឡើង?");
        await she.Types(Said, "ចាក់សោហើយ");
        await she.Sends("voice", () => she.Worker.SendsVoice(voice), "ចាក់សោហើយ");
        await she.Sends("photo", () => she.Worker.SendsPhoto(photo), "ចាក់សោហើយ");
        await she.Worker.WaitFor(screen => screen.All(message => message.FromBot || message.Text == "/start"), patience, "nothing that she sent is left in her chat");
        await she.Presses("▶ បន្ត", "តាំងពីពេលណា?");
        await she.Presses("សប្តាហ៍នេះ", "នៅឯណា?");
        await she.Presses("⏭ រំលង", "មិនទាន់ផ្ញើទេ");
        await she.Presses("📨 ផ្ញើ", "បានផ្ញើ ទាំងមូល");
        var number = (await she.Worker.WaitFor(screen => screen.Any(IsNumber), patience, "her number is shown")).First(IsNumber);
        Assert.True(number.IsProtected);

        var page = await Chat.Begin(program.Url);
        await page.Types("hello");
        await page.Sees("Do you agree");
        await page.Presses("I agree. Begin");
        await page.Sees("What would you like to know");
        await page.Types("my report");
        await page.Sees("type the 20 digits");
        await page.Types(number.Text);
        await page.Sees("Your report is with us");
        await page.Presses("Write or ask");
        await page.Sees("Please write, or send a voice message. It is locked");
        await page.Types("MARK-question-from-the-page");
        await page.Sees("Sent. You can write more");

        Check(Path.Combine(folder, "data"), dara, number.Text);
    }

    private static bool IsNumber(ScreenMessage message) => message.FromBot && message.Text.Length == 24 && message.Text.All(c => char.IsAsciiDigit(c) || c == ' ');

    private static (string Name, string Value)[] Readers(string folder, AgeIdentity dara)
    {
        using var root = RootSecret.New();
        using var recovery = AgeIdentity.New();
        var (from, until) = (new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2046, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var list = new ReaderList(root.Public, 1, from,
        [
            new Reader("dara", dara.Recipient, ReaderRole.Worker, from, until, 1, Revoked: false),
            new Reader("recovery", recovery.Recipient, ReaderRole.Recovery, from, until, 1, Revoked: false),
        ]);
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, "readers-of-the-test.txt");
        File.WriteAllText(file, list.Sign(root));
        return [("ChatSupport:Reports:RootKey", root.Public.ToString()), ("ChatSupport:Reports:Readers", file)];
    }

    /// <summary>A case worker opens it, and nobody else finds any of it in what the program wrote.</summary>
    private static void Check(string data, AgeIdentity dara, string number)
    {
        var file = Directory.EnumerateFiles(data, "*.db").Single();
        using var database = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        database.Open();
        var id = Rows(database, "SELECT id FROM report_cases")[0][0].ToString()!;
        using var key = KeyOf(database, id, "case-key", Purpose.CaseKey, dara);
        using var thread = KeyOf(database, id, "thread-key", Purpose.ThreadKey, dara);
        var answers = Rows(database, "SELECT id, sealed FROM report_items WHERE purpose = 'answer' ORDER BY at, rowid")
            .Select(row => JsonNode.Parse(SealedFile.Open((byte[])row[1], new SealedPlace(Purpose.Answer, Id(id), Id(row[0]), 1), key))!).ToList();
        Assert.Contains(Said, answers.Select(answer => answer["text"]?.ToString()));
        var files = Rows(database, "SELECT id, sealed FROM report_items WHERE purpose = 'attachment' ORDER BY at, rowid")
            .Select(row => SealedFile.Open((byte[])row[1], new SealedPlace(Purpose.Attachment, Id(id), Id(row[0]), 1), key)).ToList();
        Assert.Equal(voice, files[0]);
        Assert.Equal(-1, files[1].AsSpan().IndexOf("GPS1"u8));
        var message = Assert.Single(Rows(database, "SELECT id, sealed FROM report_messages"));
        Assert.Equal("MARK-question-from-the-page", Encoding.UTF8.GetString(SealedFile.Open((byte[])message[1], new SealedPlace(Purpose.Message, Id(id), Id(message[0]), 1), thread)));

        foreach (var written in Directory.EnumerateFiles(data, "*", SearchOption.AllDirectories))
        {
            using var stream = new FileStream(written, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            foreach (var secret in new[] { "MARK-", number, number.Replace(" ", "", StringComparison.Ordinal), "លិខិតឆ្លងដែន MARK" })
                Assert.True(copy.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) < 0, $"'{secret}' stands in {Path.GetFileName(written)}.");
        }
    }

    private static AgeIdentity KeyOf(SqliteConnection database, string id, string purpose, Purpose what, AgeIdentity reader)
    {
        var row = Rows(database, $"SELECT id, sealed FROM report_grants WHERE staff = 'dara' AND purpose = '{purpose}'").Single();
        return NewKey.Open(new KeyGrant(Id(row[0]), "dara", 1, (byte[])row[1]), what, Id(id), 1, reader);
    }

    private static Guid Id(object text) => Guid.ParseExact((string)text, "n");

    private static List<object[]> Rows(SqliteConnection database, string sql)
    {
        using var command = database.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<object[]>();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }
        return rows;
    }
}
