using ChatSupport.Dialogs.Model;

namespace ChatSupport.Dialogs.Khmer;

/// <summary>Something that typed text can lead to: a choice of the screen, a dialog, a command.</summary>
/// <param name="Id">What the caller calls it; comes back in <see cref="MatchHit.Topic"/>.</param>
/// <param name="Labels">What it is called on the screen, in any language; only a whole message can equal it.</param>
/// <param name="Keywords">Words that mean it anywhere in a message, and phrases that only look so.</param>
/// <param name="Crisis">Found by <see cref="Matcher.Crisis"/> on any loose hit.</param>
public sealed record MatchTopic(string Id, IReadOnlyList<string> Labels, Keywords Keywords, bool Crisis);
