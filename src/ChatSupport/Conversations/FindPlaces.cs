using ChatSupport.Dialogs.Model;

namespace ChatSupport.Conversations;

/// <summary>Looks services and lines of a revision up by words, as typed text is understood anywhere.</summary>
/// <param name="content">The revision.</param>
/// <param name="typed">What was typed, in any language.</param>
/// <param name="most">At most so many.</param>
/// <returns>The likeliest first; only those that workers may see.</returns>
internal delegate IReadOnlyList<KnownPlace> FindPlaces(DialogSet content, string typed, int most);

/// <summary>A service or line of the directory.</summary>
/// <param name="Id">Its id there.</param>
/// <param name="Name">What it is called.</param>
internal sealed record KnownPlace(string Id, Texts Name);
