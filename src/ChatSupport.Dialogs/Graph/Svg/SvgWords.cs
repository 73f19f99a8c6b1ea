using System.Globalization;
using ChatSupport.Dialogs.Model;

namespace ChatSupport.Dialogs.Graph.Svg;

/// <summary>What a drawing says about dialogs, screens and ways, in one language.</summary>
internal sealed class SvgWords(DialogSet dialogs, SvgLook look)
{
    public string TitleOf(string dialog) => dialogs.Dialogs.GetValueOrDefault(dialog)?.Title.In(look.Language) is { Length: > 0 } title ? $"{title} ({dialog})" : dialog;

    public string SaidBy(GraphBox box) => box.Kind switch
    {
        BoxKind.Missing => look.Say("does not exist"),
        BoxKind.Dialog => dialogs.Dialogs.GetValueOrDefault(box.Id.Dialog)?.Title.In(look.Language) ?? "",
        _ => dialogs.Find(box.Id)?.Text.In(look.Language) ?? "",
    };

    public bool IsSensitive(GraphBox box) => dialogs.Dialogs.GetValueOrDefault(box.Id.Dialog) is { } dialog
        && (dialog.Sensitive || (box.Kind == BoxKind.Screen && dialogs.Find(box.Id) is { Sensitive: true }));

    /// <summary>What stands in the row of a way.</summary>
    public string Of(Way way) => way.Kind switch
    {
        WayKind.Choice => way.Label?.In(look.Language) ?? "",
        WayKind.Branch => $"{look.Say("if")} {way.Condition}",
        _ => $"{look.Say("answer")}: {dialogs.Find(way.From)?.Ask?.Kind.ToString().ToLowerInvariant()}",
    };

    /// <summary>All about a way, in a line of its own.</summary>
    public string All(Way way)
    {
        var condition = way is { Kind: WayKind.Choice, Condition: { } open } ? $" ({look.Say("if")} {open})" : "";
        var action = way.Action is null ? "" : $" ({way.Action})";
        return $"{way.From} → {way.To}: {Of(way)}{condition}{action}";
    }

    /// <summary>The marks in words, the gravest first, with the class of each.</summary>
    public IEnumerable<(string Class, string Text)> Badges(ScreenMark mark)
    {
        if (mark.Errors > 0)
            yield return ("errors", $"{mark.Errors} {look.Say(mark.Errors == 1 ? "error" : "errors")}");
        if (mark.Warnings > 0)
            yield return ("warnings", $"{mark.Warnings} {look.Say(mark.Warnings == 1 ? "warning" : "warnings")}");
        if (mark.IsChanged)
            yield return ("changed", look.Say("changed"));
    }

    public string? Visits(ScreenMark mark) => mark.Visits is { } visits ? $"{visits.ToString("N0", CultureInfo.InvariantCulture)} {look.Say("visits")}" : null;

    public string Screens(GraphBox box) => $"{box.Size} {look.Say(box.Size == 1 ? "screen" : "screens")}";
}
