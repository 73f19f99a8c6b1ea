using ChatSupport.Reports.Sealing.Age;
using ChatSupport.Reports.Sealing.Readers;
using ChatSupport.Staff.Roles;

namespace ChatSupport.Reports.Work;

/// <summary>A case worker's key: made in her browser, proven to be hers, kept here in a form that the server cannot open.</summary>
internal sealed class KeyBook(CaseGate gate, KeyProofs proofs, ReaderBook readers)
{
    private const int LongestSealed = 4096;
    private const int LongestHint = 2000;

    /// <summary>Her key, and whether reports are sealed to it.</summary>
    public KeyState Look(string? session)
    {
        var person = gate.Require(session, StaffAct.WorkCases);
        var key = gate.Read(store => KeyRows.Of(store, person.Id));
        return new KeyState(key?.Recipient, key?.Kind, key is null ? null : ReaderOf(key.Recipient, out _));
    }

    /// <summary>She has no key, or hers was revoked.</summary>
    public bool MayMake(string? session) => MayMake(gate.Require(session, StaffAct.WorkCases));

    /// <summary>Asks her to prove that a key is hers.</summary>
    /// <param name="session">Who.</param>
    /// <param name="recipient">Its public half.</param>
    /// <returns>A file that she opens and gives back; null where this is no key, or she has one that counts.</returns>
    public byte[]? Prove(string? session, string recipient)
    {
        var person = gate.Require(session, StaffAct.WorkCases);
        return AgeRecipient.TryParse(recipient, out var key) && MayMake(person) ? proofs.Ask(person.Id, key) : null;
    }

    /// <summary>Keeps her key.</summary>
    /// <param name="session">Who.</param>
    /// <param name="key">The key, sealed by her browser.</param>
    /// <param name="proof">What was within the file of <see cref="Prove"/>.</param>
    /// <param name="cancel">Gives up before anything is written.</param>
    public Task<CaseAnswer> Keep(string? session, LockedKey key, byte[] proof, CancellationToken cancel)
    {
        var person = gate.Require(session, StaffAct.WorkCases);
        if (!MayMake(person))
            return Task.FromResult(new CaseAnswer(CaseRefusal.HasKey));
        if (!AgeRecipient.TryParse(key.Recipient, out var recipient) || !proofs.IsAnswered(person.Id, recipient, proof))
            return Task.FromResult(new CaseAnswer(CaseRefusal.KeyNotProven));
        if (!IsSealed(key))
            return Task.FromResult(new CaseAnswer(CaseRefusal.NotSealed));
        return gate.Write(store =>
        {
            if (!KeyRows.Add(store, person.Id, key, gate.Now))
                return new CaseAnswer(CaseRefusal.KeyNotProven);
            gate.Note(store, person, "report.key", key.Recipient, key.Kind);
            return CaseAnswer.Done;
        }, cancel);
    }

    /// <summary>The reader that a key belongs to, as the root signed it.</summary>
    /// <param name="recipient">The public half.</param>
    /// <param name="wrong">Why nobody's list can be taken; empty where there is one.</param>
    /// <returns>Null where the root did not sign it, or it was revoked.</returns>
    internal Reader? ReaderOf(string recipient, out string wrong) => readers.Take(remember: true, out wrong) is { } list
        ? list.All.FirstOrDefault(reader => reader is { Role: ReaderRole.Worker, Revoked: false } && reader.Key.ToString() == recipient)
        : null;

    /// <summary>One key at a time: a second one while the first counts would only be one more that can be lost.</summary>
    private bool MayMake(StaffPerson person) => gate.Read(store => KeyRows.Of(store, person.Id)) is not { } key
        || (readers.Take(remember: true, out _) is { } list && list.All.Any(reader => reader.Revoked && reader.Key.ToString() == key.Recipient));

    /// <summary>A private half in clear is never kept, whatever a page sends.</summary>
    private static bool IsSealed(LockedKey key)
    {
        var stanza = key.Kind switch { "passkey" => "age-encryption.org/fido2prf", "words" => "scrypt", _ => null };
        return key.Sealed.Length <= LongestSealed && key.Hint.Length <= LongestHint && key.Hint.All(char.IsAscii)
            && AgeHeader.TryRead(key.Sealed, out var header) && header.Stanzas is [{ Arguments: [var kind, ..] }] && kind == stanza;
    }
}

/// <summary>How it stands with somebody's key.</summary>
/// <param name="Recipient">Public half; null where she has none.</param>
/// <param name="Kind"><c>passkey</c> or <c>words</c>; null where she has none.</param>
/// <param name="Reader">As the root signed it; null where it did not yet, or revoked it.</param>
internal sealed record KeyState(string? Recipient, string? Kind, Reader? Reader);
