using ChatSupport.Dialogs.Risk;

namespace ChatSupport.Escalation.Relay;

/// <summary>Telephone numbers, names in other messengers and addresses: they are held in both directions until a supervisor decides.</summary>
internal static class Contacts
{
    /// <summary>The first kind found; null for none.</summary>
    public static string? In(string text) => ContactWords.Find(text) is [var first, ..] ? first.Kind.ToString().ToLowerInvariant() : null;
}
