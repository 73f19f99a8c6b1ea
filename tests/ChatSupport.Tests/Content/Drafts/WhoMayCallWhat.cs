using System.Reflection;
using ChatSupport.Content.Drafts;
using ChatSupport.Content.Insight;
using ChatSupport.Content.Recordings;
using ChatSupport.Content.Translations;
using ChatSupport.Content.TryOut;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Reading;
using ChatSupport.Dialogs.Writing;
using ChatSupport.Staff.Roles;
using static ChatSupport.Tests.Content.Drafts.DraftHost;

namespace ChatSupport.Tests.Content.Drafts;

/// <summary>Each call of the content editor for each role. A call without a row here fails.</summary>
public sealed class WhoMayCallWhat
{
    private static readonly StaffRole[] everybody = Enum.GetValues<StaffRole>();
    private static readonly StaffRole[] editors = [StaffRole.Editor];
    private static readonly StaffRole[] lookers = [StaffRole.Editor, StaffRole.Reviewer, StaffRole.Supervisor, StaffRole.Manager];
    private static readonly StaffRole[] publishers = [StaffRole.Editor, StaffRole.Reviewer];

    private static readonly Dictionary<string, (StaffRole[] May, Func<DraftHost, string?, Task> Call)> rows = new()
    {
        ["DraftBook.Look"] = (everybody, (host, session) => host.Book.Look(session)),
        ["DraftBook.SetText"] = (editors, (host, session) => host.Book.SetText(session, "none.yaml", Says, "en", null, "x", default)),
        ["DraftBook.Build"] = (editors, (host, session) => host.Book.Build(session, "none.yaml", 0, [new DialogEdit.RemoveScreen("x")], default)),
        ["DraftBook.NewDialog"] = (editors, (host, session) => host.Book.NewDialog(session, "..", "x", "x", default)),
        ["DraftBook.PutBack"] = (editors, (host, session) => host.Book.PutBack(session, "..", 0, [], default)),
        ["DraftBook.PutFiles"] = (editors, (host, session) => host.Book.PutFiles(session, [new SeenFile(new ContentFile("..", default), 0)], (_, _) => { }, default)),
        ["DraftBook.Drop"] = (editors, (host, session) => host.Book.Drop(session, Hours, 0, default)),
        ["DraftBook.KeepOver"] = (editors, (host, session) => host.Book.KeepOver(session, Hours, 0, default)),
        ["DraftBook.Review"] = ([StaffRole.Reviewer], (host, session) => host.Book.Review(session, "none.yaml", "en", 0, default)),
        ["DraftBook.Signatures"] = (everybody, async (host, session) => host.Book.Signatures(session, (await host.Look()).Find(Hours)!)),
        ["PublishBook.Plan"] = (everybody, (host, session) => host.Publishing.Plan(session)),
        ["PublishBook.WhoStandsWhere"] = (publishers, async (host, session) => await host.Publishing.WhoStandsWhere(session, await Plan(host), default)),
        ["PublishBook.Publish"] = (publishers, async (host, session) => await host.Publishing.Publish(session, await Plan(host), "x", default)),
        ["PublishBook.History"] = (everybody, (host, session) => Task.FromResult(host.Publishing.History(session))),
        ["PublishBook.RollBack"] = (publishers, (host, session) => host.Publishing.RollBack(session, 99, "x", default)),
        ["PublishBook.TakeFolder"] = (editors, (host, session) => host.Publishing.TakeFolder(session, default)),
        ["Publications.All"] = (everybody, (host, session) => Task.FromResult(host.Get<Publications>().All(session))),
        ["Publications.Plan"] = (publishers, async (host, session) => await host.Get<Publications>().Plan(session, await Plan(host), default, "x", default)),
        ["Publications.CallOff"] = (publishers, (host, session) => host.Get<Publications>().CallOff(session, 99, default)),
        ["InsightBook.Screens"] = (lookers, (host, session) => host.Get<InsightBook>().Screens(session, 4, "en")),
        ["InsightBook.Lately"] = (everybody, (host, session) => host.Get<InsightBook>().Lately(session, "en")),
        ["InsightBook.Words"] = (lookers, (host, session) => Task.FromResult(host.Get<InsightBook>().Words(session))),
        ["DraftBook.ReviewClaim"] = ([StaffRole.Reviewer], (host, session) => host.Book.ReviewClaim(session, "none.yaml", 0, default)),
        ["Removals.Remove"] = (editors, (host, session) => host.Get<Removals>().Remove(session, "none", 0, default)),
        ["ReviewBook.Waiting"] = (everybody, (host, session) => host.Get<ReviewBook>().Waiting(session, "en")),
        ["TranslationBook.Languages"] = (everybody, (host, session) => host.Get<TranslationBook>().Languages(session)),
        ["TranslationBook.Look"] = (everybody, (host, session) => host.Get<TranslationBook>().Look(session, "km")),
        ["TranslationBook.Read"] = (editors, (host, session) => host.Get<TranslationBook>().Read(session, Stream.Null, "none.xlsx", default)),
        ["TranslationBook.TakeOver"] = (editors, async (host, session) => await host.Get<TranslationBook>().TakeOver(session, await host.Look(), new ImportReading.Ready("km", []), default)),
        ["TranslationBook.BelongTogether"] = (editors, async (host, session) => await host.Get<TranslationBook>().BelongTogether(session, (await host.Look()).Live > 1 ? "" : "none", default)),
        ["ContentSearch.Find"] = (everybody, (host, session) => host.Get<ContentSearch>().Find(session, "hours", "en")),
        ["TryOuts.Begin"] = (everybody, (host, session) => host.Get<TryOuts>().Begin(session, ScreenId.Of("home"), "en", null)),
        ["TryOuts.Again"] = (everybody, async (host, session) => await host.Get<TryOuts>().Again(session, await Talk(host))),
        ["RecordingBook.Keep"] = (editors, (host, session) => host.Get<RecordingBook>().Keep(session, ScreenId.Of("none"), "en", "00000000", Stream.Null, default)),
        ["RecordingBook.Remove"] = (editors, (host, session) => host.Get<RecordingBook>().Remove(session, ScreenId.Of("none"), "en", default)),
        ["RecordingBook.PutBack"] = (editors, (host, session) => host.Get<RecordingBook>().PutBack(session, ScreenId.Of("none"), "en", new Recording("", 1, ""), default)),
        ["RecordingBook.Read"] = (everybody, (host, session) => host.Get<RecordingBook>().Read(session, "none.en", default)),
        ["RecordingBook.FactsOf"] = (everybody, (host, session) => Task.FromResult(host.Get<RecordingBook>().FactsOf(session, new Recording("", 1, "")))),
        ["TryOuts.Keep"] = (editors, async (host, session) => await host.Get<TryOuts>().Keep(session, await Talk(host), "none", "x", default)),
    };

    [Fact]
    public void Every_call_that_takes_a_session_is_in_the_table() => Assert.Equal(
        new[] { typeof(DraftBook), typeof(PublishBook), typeof(Publications), typeof(InsightBook), typeof(Removals), typeof(ReviewBook), typeof(TranslationBook), typeof(ContentSearch), typeof(TryOuts), typeof(RecordingBook) }
            .SelectMany(type => type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly).Where(method => !method.IsSpecialName && method.Name is not (nameof(IDisposable.Dispose) or nameof(Publications.RunDue) or nameof(ReviewBook.Count))).Select(method => (type, method)))
            .Select(one => $"{one.type.Name}.{one.method.Name}{(one.method.GetParameters() is [{ Name: "session" }, ..] ? "" : " takes no session first")}").Order(StringComparer.Ordinal),
        rows.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public Task A_role_may_call_what_its_row_says_and_nothing_else() => RoleMatrix.Holds(rows);

    private static async Task<PublishPlan> Plan(DraftHost host) =>
        new(await host.Look(), [], [], new Difference([]), [], []);

    private static async Task<ChatSupport.Content.TryOut.TryOut> Talk(DraftHost host) =>
        new((await host.Look()).Reading, ScreenId.Of("home"), "en", null, host.Store.Time);
}
