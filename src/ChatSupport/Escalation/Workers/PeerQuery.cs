using System.Collections.Immutable;
using System.Globalization;
using ChatSupport.Conversations;
using ChatSupport.Dialogs.Running;
using ChatSupport.Escalation.Desk;
using ChatSupport.Escalation.Duty;
using ChatSupport.Escalation.Educators;
using ChatSupport.Escalation.Referrals;
using ChatSupport.Escalation.Relay;

namespace ChatSupport.Escalation.Workers;

/// <summary>How the desk and her chat stand, for texts: what happens now, how long it is likely to take, who sees it, whether somebody has read it.</summary>
internal sealed class PeerQuery(DeskPens pens) : IBotQuery
{
    private const string Nobody = "nobody"; // a word, for what is empty is also what could not be looked up

    private static readonly TimeSpan seenLately = TimeSpan.FromDays(7);

    public ActionSpec Spec { get; } = PeerActions.All.Single(spec => spec.Name == PeerActions.Now);

    public Task<Value?> Run(ActionCall call, QueryContext context, CancellationToken cancel) =>
        Task.FromResult<Value?>(pens.Read(pen => new Value.Fields(Fields(pen, call, context).ToImmutableSortedDictionary(StringComparer.Ordinal))));

    private static IEnumerable<KeyValuePair<string, Value>> Fields(DeskPen pen, ActionCall call, QueryContext context)
    {
        var educators = pen.Educators().Where(one => one is { LeftAt: null, Conversation: not null } or { LeftAt: null, Account: not null }).ToList();
        var chat = context.Peer is { } id ? pen.Chat(id) : null;
        var urgent = call.With.GetValueOrDefault("danger") == "yes" || call.With.GetValueOrDefault("dying") == "yes";
        var level = chat?.Level ?? (urgent ? 0 : 2);
        var on = educators.Exists(one => one.Role == DeskRole.Educator && one.CanBeAsked(context.Now) && one.Languages.Contains(context.Language));
        yield return Text("staffed", educators.Count > 0 ? "yes" : "no");
        yield return Text("on", on ? "yes" : "no");
        yield return Text("called", educators.Exists(one => IsCalled(one, context)) ? "yes" : "no");
        yield return Text("wait", LikelyWait(pen, level, context));
        yield return Text("opens", Opens(educators, context));
        yield return Text("state", StateOf(chat));
        yield return Text("helper", pen.Educator(chat?.Owner)?.Alias.In(context.Language) ?? "");
        yield return Text("seen", Seen(pen, chat));
        yield return Text("again", AgainWith(pen, chat, educators, context));
        yield return Text("allowed", ReferralQuery.Allowed(pen, context.Conversation).Any() ? "yes" : "no");
    }

    /// <summary>Where somebody is in danger, this one's phone or console tells her now: she can be asked, or is a supervisor with a phone that can be reached.</summary>
    private static bool IsCalled(Educator one, QueryContext context) => one.Role == DeskRole.Educator
        ? one.CanBeAsked(context.Now) && one.Languages.Contains(context.Language)
        : one is { Role: DeskRole.Supervisor, Conversation: not null, Away: false };

    private static string StateOf(DeskChat? chat) => chat switch
    {
        null or { IsOpen: false } => "none",
        { State: DeskState.Closing } => "closing",
        { Owner: null } => "waiting",
        _ => "with",
    };

    /// <summary>Half of those who asked lately were answered within this time.</summary>
    private static string LikelyWait(DeskPen pen, int level, QueryContext context)
    {
        var took = pen.Session["SELECT millis FROM desk_events WHERE kind = 'first-reply' AND level = $1 AND at > $2 AND millis IS NOT NULL ORDER BY millis"]
            .All(row => row.GetInt64(0), level, (context.Now - seenLately).ToUnixTimeMilliseconds());
        const int enough = 5;
        return took.Count < enough ? "" : DeskWords.Number((int)Math.Ceiling(TimeSpan.FromMilliseconds(took[took.Count / 2]).TotalMinutes), context.Language);
    }

    private static string Opens(List<Educator> educators, QueryContext context)
    {
        var next = educators.Where(one => one.Role == DeskRole.Educator).Select(one => DutyTimers.NextBlock(one with { RemindedOf = null }, context.Now)).Where(at => at is not null).Min();
        if (next is not { } at)
            return "";
        var local = at.ToOffset(DutyTimers.Ahead);
        var hour = $"{DeskWords.Number(local.Hour, context.Language)}:{(context.Language == "km" ? "០០" : "00")}";
        var days = (local.Date - context.Now.ToOffset(DutyTimers.Ahead).Date).Days;
        return (days, context.Language) switch
        {
            (0, _) => hour,
            (1, "km") => $"ស្អែក {hour}",
            (1, _) => $"tomorrow {hour}",
            _ => string.Create(CultureInfo.InvariantCulture, $"{DeskWords.Number(local.Day, context.Language)}/{DeskWords.Number(local.Month, context.Language)} {hour}"),
        };
    }

    private static string Seen(DeskPen pen, DeskChat? chat)
    {
        var last = chat is null ? null : pen.Lines.Last(chat.Id, LineFrom.Worker);
        return last switch
        {
            null => "",
            { ReadAt: not null } => "read",
            { State: LineState.Delivered } => "arrived",
            _ => "kept",
        };
    }

    private static string AgainWith(DeskPen pen, DeskChat? chat, List<Educator> educators, QueryContext context)
    {
        var last = chat is { IsOpen: false } ? chat : pen.LastChatOf(context.Conversation);
        return last is { LastOwner: { } owner } && !last.Excluded.Contains(owner) && last.Outcome != DeskOutcome.Misuse
            && educators.FirstOrDefault(one => one.Id == owner) is { } helper ? helper.Alias.In(context.Language) : Nobody;
    }

    private static KeyValuePair<string, Value> Text(string name, string text) => new(name, new Value.Text(text));
}
