using ChatSupport.Escalation.Desk;
using ChatSupport.Escalation.Duty;

namespace ChatSupport.Escalation.Supervision;

/// <summary>An open chat as the queue shows it: nothing that was said in it.</summary>
/// <param name="Chat">The chat.</param>
/// <param name="Level">How urgent it is by now.</param>
/// <param name="Owner">Who has it; null for nobody.</param>
/// <param name="Joined">The supervisor who reads and writes along; null for none.</param>
/// <param name="Next">What is due for it next; null where a human being has it and nothing is.</param>
/// <param name="IsHers">Who looks has it.</param>
/// <param name="HasJoined">Who looks reads and writes along.</param>
internal sealed record QueueLine(DeskChat Chat, int Level, Educator? Owner, Educator? Joined, DeskDue? Next, bool IsHers, bool HasJoined)
{
    public string Id => Chat.Id;

    /// <summary>Since when she waits: for somebody, or for an answer; null where the last word was the helper's.</summary>
    public DateTimeOffset? WaitsSince => Chat.Waits || Chat.Owner is null ? Chat.ArrivedAt : Chat.OwedSince;

    /// <summary>Supervisors were called for what is wrong now.</summary>
    public bool IsAlarmed => Chat.AlarmedAt is not null || Chat.SecondAlarmAt is not null;
}

/// <summary>The desk at one moment.</summary>
/// <param name="Waiting">Chats that nobody has, the most urgent first, then the longest wait.</param>
/// <param name="Open">Chats that somebody has, those who wait for an answer first.</param>
/// <param name="On">How many educators can be asked now.</param>
internal sealed record DeskView(IReadOnlyList<QueueLine> Waiting, IReadOnlyList<QueueLine> Open, int On);

/// <summary>Somebody a chat can be given to.</summary>
internal sealed record DeskPerson(string Id, string Name, string Sign);
