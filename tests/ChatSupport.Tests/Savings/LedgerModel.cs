namespace ChatSupport.Tests.Savings;

/// <summary>What a ledger must do, written a second time without a database, in the plainest way: a list of what happened, and every balance a sum over it.</summary>
internal sealed class LedgerModel
{
    private static readonly string[] ways =
    [
        "Deposit float>savings", "Handover float>float", "Handover safe>float", "Handover float>safe", "Opening opening>savings", "Pocket savings>savings", "Shortage over>float", "Shortage over>safe",
        "Surplus float>over", "Surplus safe>over",
    ];

    private readonly Dictionary<string, (object Content, Done Done)> known = new(StringComparer.Ordinal);
    private readonly List<Done> entries = [];
    private readonly List<Kept> holds = [];
    private readonly HashSet<int> closed = [];

    public required IReadOnlyList<ModelAccount> Accounts { get; init; }

    public required long HoldMinutes { get; init; }

    public int Count => entries.Count;

    public int Holds => holds.Count;

    public long Minute { get; private set; }

    public void Wait(long minutes) => Minute += minutes;

    /// <summary>All that was put in, less all that was taken out, as the account counts it.</summary>
    public long Balance(int account) => entries.Sum(entry => (entry.Dr == account ? entry.Amount : 0) - (entry.Cr == account ? entry.Amount : 0)) * (Accounts[account].Type == "savings" ? -1 : 1);

    public long Held(int account) => holds.Where(hold => hold.Account == account && IsOpen(hold)).Sum(hold => hold.Amount);

    /// <summary>Changes of an account, oldest first.</summary>
    public IReadOnlyList<long> Changes(int account) => [.. entries.Where(entry => entry.Dr == account || entry.Cr == account)
        .Select(entry => (entry.Dr == account ? entry.Amount : -entry.Amount) * (Accounts[account].Type == "savings" ? -1 : 1))];

    public ModelAnswer Post(string id, string kind, int dr, int cr, long amount, bool isDollars, string maker, string? confirmer, string reason)
    {
        var content = (kind, dr, cr, amount, isDollars, maker, confirmer, reason);
        if (Known(id, content) is { } answer)
            return answer;
        var (from, to) = (Accounts[dr], Accounts[cr]);
        var needsTwo = kind is "Handover" or "Opening";
        var isCorrection = kind is "Shortage" or "Surplus";
        var isRight = ways.Contains($"{kind} {from.Type}>{to.Type}") && dr != cr && from.IsDollars == to.IsDollars && from.IsDollars == isDollars && amount > 0
            && (kind != "Pocket" || from.Owner == to.Owner)
            && (kind is "Opening" or "Pocket" or "Shortage" or "Surplus" || (isDollars ? amount % 100 == 0 : amount % 100 == 0))
            && confirmer != maker && (!needsTwo || confirmer is not null) && (!isCorrection || (maker == "officer" && reason != ""));
        return isRight ? Enter(id, content, new Done(id, dr, cr, amount, null)) : ModelAnswer.Refused;
    }

    public ModelAnswer Reverse(string id, int entry, string by, string reason)
    {
        var content = (entry, by, reason);
        if (Known(id, content) is { } answer)
            return answer;
        if (entry >= entries.Count || by != "officer" || reason == "" || entries[entry].Reverses is not null || entries.Exists(other => other.Reverses == entry))
            return ModelAnswer.Refused;
        return Enter(id, content, new Done(id, entries[entry].Cr, entries[entry].Dr, entries[entry].Amount, entry));
    }

    public ModelAnswer Place(string id, int account, long amount, bool isDollars, string maker)
    {
        if (holds.Find(hold => hold.Id == id) is { } known)
            return known.Content.Equals((account, amount, isDollars, maker)) ? ModelAnswer.Repeated : ModelAnswer.Refused;
        if (Accounts[account].Type != "savings" || Accounts[account].IsDollars != isDollars || closed.Contains(account) || amount <= 0 || amount % 100 != 0 || Balance(account) - Held(account) < amount)
            return ModelAnswer.Refused;
        holds.Add(new Kept(id, (account, amount, isDollars, maker), account, amount, maker, Minute + HoldMinutes));
        return ModelAnswer.Recorded;
    }

    public ModelAnswer PayOut(string id, int hold, int from, string maker, string confirmer)
    {
        var content = (hold, from, maker, confirmer, "pay");
        if (Known(id, content) is { } answer)
            return answer;
        if (hold >= holds.Count || !IsOpen(holds[hold]) || maker == confirmer || confirmer == holds[hold].Maker || Accounts[from].Type is not ("float" or "safe")
            || Accounts[from].IsDollars != Accounts[holds[hold].Account].IsDollars)
        {
            return ModelAnswer.Refused;
        }
        var before = holds[hold];
        holds[hold] = before with { IsOver = true };
        var outcome = Enter(id, content, new Done(id, before.Account, from, before.Amount, null));
        if (outcome != ModelAnswer.Recorded)
            holds[hold] = before;
        return outcome;
    }

    /// <summary>True where it is released now or was before.</summary>
    public bool Release(int hold)
    {
        if (hold >= holds.Count)
            return false;
        if (IsOpen(holds[hold]))
            holds[hold] = holds[hold] with { IsOver = true, IsReleased = true };
        return holds[hold].IsReleased;
    }

    public bool Close(int account)
    {
        if (closed.Contains(account))
            return true;
        return Balance(account) == 0 && closed.Add(account);
    }

    private ModelAnswer? Known(string id, object content) =>
        known.TryGetValue(id, out var before) ? before.Content.Equals(content) ? ModelAnswer.Repeated : ModelAnswer.Refused : null;

    private ModelAnswer Enter(string id, object content, Done done)
    {
        if (closed.Contains(done.Dr) || closed.Contains(done.Cr))
            return ModelAnswer.Refused;
        entries.Add(done);
        var isBelow = new[] { done.Dr, done.Cr }.Any(account => Accounts[account].Type is not ("opening" or "over") && (Balance(account) < 0 || (account == done.Dr && Balance(account) < Held(account))));
        if (isBelow)
        {
            entries.RemoveAt(entries.Count - 1);
            return ModelAnswer.Refused;
        }
        known[id] = (content, done);
        return ModelAnswer.Recorded;
    }

    private bool IsOpen(Kept hold) => !hold.IsOver && Minute < hold.Until;

    private sealed record Done(string Id, int Dr, int Cr, long Amount, int? Reverses);

    private sealed record Kept(string Id, object Content, int Account, long Amount, string Maker, long Until, bool IsOver = false, bool IsReleased = false);
}

/// <summary>An account of the model.</summary>
/// <param name="Type">savings, float, safe, opening or over.</param>
/// <param name="Owner">Whose.</param>
/// <param name="IsDollars">Cents, else riel.</param>
internal sealed record ModelAccount(string Type, string Owner, bool IsDollars);

/// <summary>What the model says to a command.</summary>
internal enum ModelAnswer
{
    Recorded,
    Repeated,
    Refused,
}
