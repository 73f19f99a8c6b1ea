using ChatSupport.Dialogs.Khmer;

namespace ChatSupport.Dialogs.Running;

/// <summary>Cuts texts that are too long for a channel or a state: by UTF-16 units, but never inside a cluster.</summary>
internal static class TextCut
{
    /// <summary>The text, or as many whole clusters of it as fit in <paramref name="units"/>.</summary>
    public static string At(string text, int units)
    {
        if (text.Length <= units)
            return text;

        var end = 0;
        foreach (var cluster in Clusters.Split(text))
        {
            if (end + cluster.Length > units)
                break;
            end += cluster.Length;
        }

        // A single letter with thousands of signs is no text: then any place between characters will do.
        return end > 0 ? text[..end] : text[..(char.IsHighSurrogate(text[units - 1]) ? units - 1 : units)];
    }
}
