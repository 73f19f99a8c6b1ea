using ChatSupport.Dialogs.Model;

namespace ChatSupport.Conversations;

/// <summary>Looks a district or commune of a revision up.</summary>
/// <param name="content">The revision.</param>
/// <param name="named">Its code, or its name in any spelling that people type.</param>
/// <returns>Null where the text names none, or several.</returns>
internal delegate KnownArea? FindArea(DialogSet content, string named);

/// <summary>A district or commune.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Words">Every way in which staff may write it, in all languages.</param>
internal sealed record KnownArea(Texts Name, IReadOnlyList<string> Words);
