using System.Globalization;
using ChatSupport.Staff.Audit;
using ChatSupport.Staff.Roles;
using ChatSupport.Storage;
using Microsoft.AspNetCore.Identity;

namespace ChatSupport.Staff.Accounts;

/// <summary>What everybody does with her own account: look where she is signed in, end that, add and remove passkeys.</summary>
internal sealed class OwnAccount(AccountRows accounts, PasskeyRows passkeys, Sessions sessions, StaffGuard guard, StoreWriter writer, AuditTrail trail, TimeProvider time)
{
    /// <summary>Where she is signed in.</summary>
    public IReadOnlyList<StaffSession> Sessions(string? session) => sessions.Of(guard.Require(session, StaffAct.UseConsole).Id);

    /// <summary>Her passkeys.</summary>
    public IReadOnlyList<OwnKey> Keys(string? session) =>
        [.. passkeys.Of(guard.Require(session, StaffAct.UseConsole).Id).Select(key => new OwnKey(Convert.ToHexString(key.CredentialId), key.Name ?? "", key.CreatedAt))];

    /// <summary>Ends one of her own sessions; another's is left alone.</summary>
    public Task EndSession(string? session, string id, CancellationToken cancel)
    {
        var person = guard.Require(session, StaffAct.UseConsole);
        return sessions.Of(person.Id).Any(one => one.Id == id) ? sessions.End(person.Id, id, cancel) : Task.CompletedTask;
    }

    /// <summary>Adds a passkey that the browser made and Identity checked.</summary>
    /// <returns>What stands against it, in plain words; null where it is done.</returns>
    public Task<string?> AddKey(string? session, UserPasskeyInfo passkey, CancellationToken cancel)
    {
        var person = guard.Require(session, StaffAct.UseConsole);
        passkey.Name = NameAt(time.GetUtcNow());
        return writer.Write(store =>
        {
            if (PasskeyRows.IsKnown(store, passkey.CredentialId))
                return "That passkey is in use already. Make another one.";
            PasskeyRows.Add(store, person.Id, passkey);
            trail.Add(store, new AuditNote(person.Id, "staff.add-key", person.Id));
            return (string?)null;
        }, cancel);
    }

    /// <summary>Removes one of her passkeys, but never the last way in.</summary>
    /// <returns>What stands against it, in plain words; null where it is done.</returns>
    public Task<string?> RemoveKey(string? session, string id, CancellationToken cancel)
    {
        var person = guard.Require(session, StaffAct.UseConsole);
        return writer.Write(store =>
        {
            if (PasskeyRows.Count(store, person.Id) <= 1 && accounts.Find(store, person.Id)?.PasswordHash is null)
                return "This is your last way in. Add another passkey first.";
            if (!PasskeyRows.Remove(store, person.Id, Convert.FromHexString(id)))
                return "That passkey is gone already.";
            trail.Add(store, new AuditNote(person.Id, "staff.remove-key", person.Id));
            return null;
        }, cancel);
    }

    /// <summary>What a new passkey is called: its owner tells two of one day apart.</summary>
    internal static string NameAt(DateTimeOffset now) => string.Create(CultureInfo.InvariantCulture, $"Passkey of {now:yyyy-MM-dd HH:mm}");
}

/// <summary>A passkey as its owner sees it.</summary>
/// <param name="Id">Names it; hexadecimal.</param>
/// <param name="Name">What it is called here.</param>
/// <param name="MadeAt">When it was made.</param>
internal sealed record OwnKey(string Id, string Name, DateTimeOffset MadeAt);
