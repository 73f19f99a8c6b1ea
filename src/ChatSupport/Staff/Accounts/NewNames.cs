using ChatSupport.Storage;

namespace ChatSupport.Staff.Accounts;

/// <summary>Which names a new account may have.</summary>
internal sealed class NewNames(AccountRows accounts)
{
    public const int Longest = 60;

    /// <summary>Why nobody can have this name, in plain words; null where somebody can.</summary>
    public string? Refuse(StoreSession session, string name) => name.Trim() switch
    {
        "" => "Write a name: it is what others on the staff see.",
        { Length: > Longest } => $"A name may have {Longest} characters at most.",
        var trimmed when trimmed.Any(char.IsControl) => "The name holds characters that cannot be seen. Type it anew.",
        var trimmed when accounts.FindByName(session, trimmed) is not null => $"There is somebody called {trimmed} already. Choose another name.",
        _ => null,
    };
}
