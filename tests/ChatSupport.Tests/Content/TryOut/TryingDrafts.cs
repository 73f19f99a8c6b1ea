using System.Text;
using ChatSupport.Content;
using ChatSupport.Content.Drafts;
using ChatSupport.Content.TryOut;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Reading;
using ChatSupport.Dialogs.Running.Talks;
using ChatSupport.Storage;
using ChatSupport.Tests.Content.Drafts;
using CsCheck;
using Microsoft.Extensions.Time.Testing;
using static ChatSupport.Tests.Content.Drafts.DraftHost;
using Talk = ChatSupport.Content.TryOut.TryOut;

namespace ChatSupport.Tests.Content.TryOut;

public sealed class TryingDrafts
{
    private static readonly FakeTimeProvider time = new(ChatSupport.Tests.Conversations.Some.Night);
    private static readonly Lazy<RevisionReading> shipped = new(() => new RevisionReader([], time).Read(ContentFolder.Read(ContentFolder.Find(AppContext.BaseDirectory)!)));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Gen<(ScreenId Starts, string Language, string? Channel, (int Nth, string? Words)[] Acts)> Talks =>
        from starts in Gen.OneOf([.. shipped.Value.Found!.Dialogs.Values.SelectMany(dialog => dialog.Screens.Values).Select(screen => screen.Id)])
        from language in Gen.OneOf("km", "en")
        from channel in Gen.OneOf<string?>("tg", "web", null)
        from acts in Gen.Frequency(
            (6, Gen.Int[0, 11].Select(nth => (nth, (string?)null))),
            (2, Gen.OneOf("1", "២", "ម៉ោងធ្វើការ", "overtime", "/x", "/back", "2580", "24/11/2026", "รាម", "# no comment", "she: screen: home", "two\nlines\u2028and\u0085more", "  ", "qqqq", "home #x").Select(words => (-1, (string?)words))),
            (1, Gen.String.Select(words => (-1, (string?)words)))).Array[1, 12]
        select (starts, language, channel, acts);

    [Fact]
    public void Any_talk_that_is_kept_can_be_read_and_passes() => Talks.Sample(walk =>
    {
        var talk = new Talk(shipped.Value, walk.Starts, walk.Language, walk.Channel, time);
        foreach (var (nth, words) in walk.Acts)
        {
            if (words is not null)
                talk.Types(words);
            else if (talk.Menu is { } menu && menu.Choices.AddRange(menu.Navigation) is { IsEmpty: false } buttons)
                talk.Presses(buttons[nth % buttons.Length]);
        }
        if (!talk.HasBegun)
            return;

        var written = talk.AsTalk("She tries: this # and that");
        var issues = new List<DialogIssue>();
        var read = TalkReader.Read([new ContentFile("x.talk", Encoding.UTF8.GetBytes(written))], shipped.Value.Found!, issues);
        var report = TalkRunner.Run(shipped.Value.Interpreter, read, (call, language, now) => shipped.Value.Answer(call, language, now), new DateOnly(2030, 1, 1));

        Assert.True(issues.Count == 0 && report.Failures.Count == 0 && read.Count == 1, $"{written}\n{string.Join('\n', issues.Concat(report.Failures))}");
    }, iter: 400);

    [Fact]
    public async Task Changes_nothing()
    {
        await using var host = await DraftHost.Start();
        var dara = await host.Editor("Dara");
        await host.Rewrite(dara, "New words");
        var before = Everything(host);

        var talk = (await host.Get<TryOuts>().Begin(dara, ScreenId.Of("rights/hours"), "en", "tg"))!;
        Assert.Contains(talk.Lines.OfType<TryLine.Bot>(), line => line.Text.Contains("New words", StringComparison.Ordinal));
        foreach (var words in new[] { "/x", "/forget", "I want to talk to a person", "1", "2580", "help" })
            talk.Types(words);
        talk.Presses(talk.Menu!.Navigation.Concat(talk.Menu.Choices).First());

        Assert.Equal(before, Everything(host));
    }

    [Fact]
    public async Task A_talk_is_kept_beside_its_dialog_once_and_played_when_somebody_publishes()
    {
        await using var host = await DraftHost.Start();
        var dara = await host.Editor("Dara");
        var tries = host.Get<TryOuts>();
        var talk = (await tries.Begin(dara, ScreenId.Of("rights/hours"), "en", "tg"))!;
        Assert.IsType<EditOutcome.Refused>(await tries.Keep(dara, talk, "rights/hours", "Nothing yet", Cancel));
        talk.Presses(talk.Menu!.Choices[1]);

        Assert.IsType<EditOutcome.Refused>(await tries.Keep(dara, talk, "rights/hours", " ", Cancel));
        Assert.IsType<EditOutcome.Refused>(await tries.Keep(dara, talk, "../../etc/x", "Out", Cancel));
        Assert.IsType<EditOutcome.Kept>(await tries.Keep(dara, talk, "rights/hours", "She asks who helps", Cancel));
        Assert.Contains("already", Assert.IsType<EditOutcome.Refused>(await tries.Keep(dara, talk, "rights/hours", "She asks who helps", Cancel)).Why, StringComparison.Ordinal);
        Assert.Empty((await host.Publishing.Plan(dara)).Failures);

        await host.Book.Build(dara, Hours, (await host.Look()).VersionOf(Hours), [new ChatSupport.Dialogs.Writing.DialogEdit.SetTarget("start", 1, "today")], Cancel);
        Assert.Contains((await host.Publishing.Plan(dara)).Failures, failure => failure.Message.Contains("She asks who helps", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_talk_goes_on_with_changed_drafts_as_far_as_it_can()
    {
        await using var host = await DraftHost.Start();
        var dara = await host.Editor("Dara");
        var tries = host.Get<TryOuts>();
        var talk = (await tries.Begin(dara, ScreenId.Of("rights/hours"), "en", "tg"))!;
        talk.Presses(talk.Menu!.Choices[0]);
        talk.Types("home");
        await host.Rewrite(dara, "New words");

        var again = (await tries.Again(dara, talk))!;

        Assert.Equal(talk.Screen, again.Screen);
        Assert.Contains("New words", Assert.IsType<TryLine.Bot>(again.Lines[0]).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_not_offered_while_the_drafts_have_errors()
    {
        await using var host = await DraftHost.Start();
        var dara = await host.Editor("Dara");
        await host.Book.Build(dara, Hours, (await host.Look()).VersionOf(Hours), [new ChatSupport.Dialogs.Writing.DialogEdit.SetTarget("start", 0, "nowhere")], Cancel);

        Assert.Null(await host.Get<TryOuts>().Begin(dara, ScreenId.Of("home"), "en", null));
    }

    private static string Everything(DraftHost host) => string.Join('\n', host.Get<StoreReaders>().Read(session =>
        session["SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"].All(row => row.GetString(0))
            .Select(table => $"{table}: {string.Join('|', session[$"SELECT * FROM \"{table}\" ORDER BY 1"].All(row => string.Join(',', Enumerable.Range(0, row.FieldCount).Select(at => row.GetValue(at) is byte[] bytes ? Convert.ToHexString(bytes) : row.GetValue(at).ToString()))))}").ToList()));
}
