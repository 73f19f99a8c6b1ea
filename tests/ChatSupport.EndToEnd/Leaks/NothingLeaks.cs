using System.Globalization;
using ChatSupport.BotApi.Faults;
using ChatSupport.EndToEnd.Telegram;
using Microsoft.Data.Sqlite;

namespace ChatSupport.EndToEnd.Leaks;

/// <summary>Whole conversations with marked secrets in every field that a worker, a page, a stranger or the other side can fill, in all weathers. Afterwards
/// every byte that the program wrote is searched, in all its forms.</summary>
[Collection(Alone.Name)]
public sealed class NothingLeaks
{
    private const string SeedSetting = "CHATSUPPORT_LEAKS_SEED";

    [Fact]
    public Task What_is_sent_stands_in_clear_in_no_byte_that_the_program_writes() => Task.WhenAll(Through(Way.Polling, "Development"), Through(Way.Webhook, "Production"));

    private static async Task Through(Way way, string environment)
    {
        var secrets = new Secrets(Seed());
        await using var watched = await Watched.Start(way, environment, secrets);
        var she = new InTelegram(watched.Api, secrets);
        var kept = new InWebChat(watched.Url, secrets);

        await she.Talks();
        await she.SendsEverything();
        await she.PressesWhatIsNotThere();
        await kept.Talks();
        await kept.ComesFromAPartner(watched.SiteSecret, Watched.PartnerOrigin);
        await GoesOnElsewhere(watched, secrets);
        using (var wrong = new InWrongPlaces(watched.Url, secrets, watched.WebhookSecret))
        {
            await wrong.Send();
            watched.Remains.Add("answers to what is wrong", wrong.Answers);
        }

        await TheOtherSideFails(watched, she, secrets);
        await TheDatabaseFails(watched, she, secrets);
        var sealedWords = IsKept(watched);
        await watched.Crash();
        await AConversationIsBroken(watched, she, kept, secrets);
        await watched.Stop();
        await SettingsAreWrong(watched, secrets);

        Assert.Contains(kept.Typed, sealedWords, StringComparison.Ordinal); // it is there, for who holds the keys
        Assert.Contains(she.She.Worker.Id.ToString(CultureInfo.InvariantCulture), sealedWords, StringComparison.Ordinal);
        Assert.Contains(watched.Remains.Names, name => name.EndsWith("-wal", StringComparison.Ordinal));
        Assert.DoesNotContain(watched.Remains.Names, name => Path.GetFileName(name) is var file && (file.StartsWith("core", StringComparison.Ordinal) || file.EndsWith(".dmp", StringComparison.Ordinal)));
        var found = watched.Remains.Find(secrets.All).Where(line => !line.StartsWith("program/data/keys/", StringComparison.Ordinal)).ToList();
        TestContext.Current.TestOutputHelper?.WriteLine($"{secrets.All.Count} secrets were searched for in {watched.Remains.Names.Count()} parts, {watched.Remains.Bytes} bytes.");
        Assert.True(found.Count == 0, $"{found.Count} finds:\n{string.Join('\n', found.Select(line => System.Text.RegularExpressions.Regex.Replace(line, " at [0-9]+", "")).Distinct().Take(60))}");
    }

    [Fact]
    public async Task Each_column_of_the_database_is_sealed_or_known_to_say_nothing_of_a_worker()
    {
        await using var watched = await Watched.Start(Way.Polling, "Development", new Secrets(Seed()));
        await using var database = watched.OpenDatabase();

        var undecided = Opened.Columns(database).Where(column =>
            !Opened.Sealed.Contains(column) && !Opened.Clear.Contains(column) && !Opened.Ours.Contains(column[..column.IndexOf('.', StringComparison.Ordinal)]));

        Assert.Empty(undecided);
    }

    private static async Task GoesOnElsewhere(Watched watched, Secrets secrets)
    {
        var moved = new InWebChat(watched.Url, secrets);
        await moved.Talks();
        var (pin, code) = await moved.GetsACode();
        var she = new InTelegram(watched.Api, secrets).She;
        await she.Types("/start", "Do you agree?");
        await she.Presses("I have a code", "8 digits");
        await she.Types(secrets.Digits("wrong link code"), "There is no such code");
        await she.Presses("Type a code again", "8 digits");
        await she.Sends("a code", () => she.Worker.Sends(code), "");
        await she.Types(pin, "You go on where you left off");
    }

    /// <summary>Telegram fails, and repeats in its words what it was sent.</summary>
    private static async Task TheOtherSideFails(Watched watched, InTelegram she, Secrets secrets)
    {
        var echo = $"{secrets.Khmer("echo in Khmer")} {secrets.Latin("echo in Latin")} {she.She.Worker.Id} {watched.Api.Token}";
        foreach (var fault in new Fault[]
        {
            new Fault.Refuse(400, $"Bad Request: can't parse {echo}"), new Fault.Refuse(500, $"Internal Server Error: {echo}"), new Fault.Refuse(403, $"Forbidden: {echo}"),
            new Fault.BadGateway(), new Fault.CutBefore(), new Fault.CutAfter(),
        })
        {
            watched.Api.Faults.Next(fault, method: "sendMessage");
            watched.Api.Faults.Next(fault, method: "editMessageText");
            watched.Api.Faults.Next(fault, method: "answerCallbackQuery");
            watched.Api.Faults.Next(fault, method: "deleteMessages");
            watched.Api.Faults.Next(fault, method: "getUpdates");
            she.She.Worker.Sends(secrets.Khmer("text before a failure"));
            await she.PressesWhatIsNotThere();
        }
        watched.Api.Faults.Clear();
        await watched.WaitForOutput("was refused by channel tg");
        await she.She.Types("metheavy", "1281"); // another screen: one that she sees already would not be sent again
    }

    /// <summary>The database is locked, and then lacks a table: turns fail in ways that are foreseen and in ways that are not.</summary>
    private static async Task TheDatabaseFails(Watched watched, InTelegram she, Secrets secrets)
    {
        var kept = new InWebChat(watched.Url, secrets);
        await kept.Begins();
        await using var database = watched.OpenDatabase();
        Run(database, "BEGIN IMMEDIATE");
        she.She.Worker.Sends(secrets.Khmer("text while the database is locked"));
        await kept.IsRefused("text while the database is locked");
        await watched.WaitForOutput("The database cannot be written");
        await watched.Figures();
        Run(database, "ROLLBACK");

        Run(database, "ALTER TABLE inbox RENAME TO inbox_away");
        she.She.Worker.Sends(secrets.Khmer("text while a table is gone"));
        await kept.IsRefused("text while a table is gone");
        await watched.WaitForOutput("failed with SqliteException");
        Run(database, "ALTER TABLE inbox_away RENAME TO inbox");
        await she.She.Types("overtime", "Overtime");
        await watched.Figures();
    }

    /// <summary>What is kept of two conversations does not open any more.</summary>
    private static async Task AConversationIsBroken(Watched watched, InTelegram she, InWebChat kept, Secrets secrets)
    {
        await using (var database = watched.OpenDatabase())
        {
            Run(database, "UPDATE conversations SET state = randomblob(200) WHERE version > 0");
            Run(database, "UPDATE web_activities SET body = randomblob(200) WHERE body IS NOT NULL");
        }
        await watched.Serve();
        she.She.Worker.Sends(secrets.Khmer("text to a broken conversation"));
        await kept.IsRefused("text to a broken conversation");
        await watched.WaitForOutput("does not open with the keys");
        await watched.Figures();
    }

    /// <summary>A start that is refused says which setting is wrong, and not what stands in it.</summary>
    private static async Task SettingsAreWrong(Watched watched, Secrets secrets)
    {
        foreach (var name in new[]
        {
            "Telegram:Token", "Telegram:WebhookSecret", "Telegram:ApiUrl", "Telegram:WebhookUrl", "DirectLine:Sites:0:Secret", "DirectLine:Sites:0:Name", "Metrics:Token", "Conversations:Burst",
        })
        {
            var refused = await watched.Try(($"ChatSupport:{name}", $"{secrets.Latin($"wrong {name}")} with a blank"), ("ChatSupport:Telegram:Mode", "Webhook"));
            watched.Remains.Add($"the refusal of {name}", refused.Output);
        }
    }

    private static string IsKept(Watched watched)
    {
        using var database = watched.OpenDatabase();
        return Opened.All(database, Path.Combine(watched.Program, "data", "keys"));
    }

    private static void Run(SqliteConnection database, string statement)
    {
        using var command = database.CreateCommand();
#pragma warning disable CA2100 // the statements stand above
        command.CommandText = statement;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    /// <summary>Said with each run; the same again with <c>CHATSUPPORT_LEAKS_SEED</c>.</summary>
    private static int Seed()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable(SeedSetting), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : Random.Shared.Next();
        TestContext.Current.TestOutputHelper?.WriteLine($"{SeedSetting}={seed}");
        return seed;
    }
}
