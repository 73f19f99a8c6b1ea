using ChatSupport.Dialogs.Reading.Checks;
using ChatSupport.Dialogs.Running.Liquid;

namespace ChatSupport.Dialogs.Writing;

/// <summary>How long a text may be before the check calls it too long, for whoever writes it somewhere else.</summary>
public static class TextLimits
{
    /// <summary>The most clusters of a text; null for lists of words, which have no such limit.</summary>
    public static int? Most(TextPlace place) => place.Kind switch
    {
        _ when place.IsWords => null,
        TextKind.Title or TextKind.Label => LengthCheck.LabelClusters,
        TextKind.Phrase when LengthCheck.IsButton(place.Name) => LengthCheck.LabelClusters,
        _ => LengthCheck.TextClusters,
    };

    /// <summary>The clusters of a text that count: of a template only what it writes by itself.</summary>
    public static int Clusters(TextPlace place, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Khmer.Clusters.Count(place.Kind is TextKind.Title or TextKind.Phrase ? text : LiquidReading.OfTemplate(text).Constant);
    }
}
