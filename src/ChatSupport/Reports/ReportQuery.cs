using ChatSupport.Conversations;
using ChatSupport.Dialogs.Running;
using ChatSupport.Reports.Intake;
using ChatSupport.Reports.Sealing;
using ChatSupport.Reports.Sealing.Readers;
using ChatSupport.Reports.Threads;
using ChatSupport.Storage;

namespace ChatSupport.Reports;

/// <summary>How reports, her draft and her open report stand. It says numbers and yes or no, never what she said: dialogs keep it.</summary>
internal sealed class ReportQuery(StoreReaders store, ReaderBook readers, ReportKeys keys, ReportThread thread, OwnerHash owners, ILogger<ReportQuery> log) : IBotQuery
{
    private const string Messages = "SELECT count(*), coalesce(sum(from_reporter = 0 AND seen_at IS NULL), 0) FROM report_messages WHERE case_id = $1";
    private const string Route = "SELECT 1 FROM report_routes WHERE case_id = $1";

    public ActionSpec Spec { get; } = ReportActions.All.Single(spec => spec.Name == ReportActions.Now);

    public Task<Value?> Run(ActionCall call, QueryContext context, CancellationToken cancel)
    {
        var isOpen = readers.Now(out var wrong) is not null;
        if (!isOpen)
            log.NotTaken(wrong);
        var draft = context.Conversation.Length == 0 ? null : store.Read(session => ReportDraft.Of(session, owners.Of(context.Conversation), context.Now));
        var open = thread.Of(context.Conversation);
        var (count, unseen) = open is null ? (0, 0) : store.Read(session => session[Messages].All(row => (row.GetInt32(0), row.GetInt32(1)), open.Id))[0];
        return Task.FromResult<Value?>(Value.Fields.Of(
            ("open", Says(isOpen)),
            ("draft", Says(draft is not null)),
            ("child", Says(draft is { IsChild: true })),
            ("readable", Says(draft is not null && keys.CaseOf(context.Conversation, ReportKeyUse.Draft) == draft.CaseId)),
            ("answers", new Value.Number(draft?.Answers ?? 0)),
            ("mine", Says(open is not null)),
            ("messages", new Value.Number(count)),
            ("new", new Value.Number(unseen)),
            ("route", Says(open is not null && store.Read(session => session[Route].One(open.Id)) is not null))));
    }

    private static Value.Text Says(bool isSo) => new(isSo ? "yes" : "no");
}
