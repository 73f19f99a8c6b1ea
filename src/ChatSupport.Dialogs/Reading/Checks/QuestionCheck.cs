using ChatSupport.Dialogs.Model;

namespace ChatSupport.Dialogs.Reading.Checks;

/// <summary>Questions: what keeps the answer, limits that an answer can keep, and choices where she is asked to choose.</summary>
internal static class QuestionCheck
{
    public static void Find(Inspection content)
    {
        foreach (var dialog in content.Set.Dialogs.Values)
        {
            foreach (var screen in dialog.Screens.Values.Where(screen => screen.Ask is not null))
                Find(content, dialog, screen, screen.Ask!);
        }
    }

    private static void Find(Inspection content, Dialog dialog, Screen screen, Ask ask)
    {
        if (ask.Kind == AskKind.Choice && screen.Choices.Count == 0)
        {
            content.Find(WayRules.AskWithoutChoices.At(content.At(ask, ask.Mark, "kind"),
                $"The screen '{screen.Id.Screen}' asks her to choose, but has no choices.", "Add 'choices', or ask for something else."));
        }

        FindLimits(content, ask);
        if (ask.Into is not { } into)
            return;

        var mark = content.At(ask, ask.Mark, "into");
        if (ask.Kind == AskKind.Pin)
            content.Find(LinkRules.WrongKind.At(mark, $"A PIN is never kept, so nothing can stand in '{into}'.", "Delete 'into'; the action sees the PIN as 'answer'."));
        else
            VariableCheck.Keep(content, dialog, into, KindOf(ask.Kind), $"a question of kind {Words.Kebab(ask.Kind.ToString())}", mark);
    }

    private static void FindLimits(Inspection content, Ask ask)
    {
        if (ask.Min is null && ask.Max is null)
            return;

        var mark = content.At(ask, ask.Mark, ask.Min is null ? "max" : "min");
        if (ask.Kind is not (AskKind.Text or AskKind.Number or AskKind.Code))
        {
            content.Find(LinkRules.BadLimits.At(mark, $"An answer of kind {Words.Kebab(ask.Kind.ToString())} has no least or most.", "Delete 'min' and 'max'."));
        }
        else if (ask.Min > ask.Max)
        {
            content.Find(LinkRules.BadLimits.At(mark, $"'min' is {ask.Min}, which is more than 'max', {ask.Max}.", "Swap the two."));
        }
        else if (ask.Kind != AskKind.Number && ask.Max < 1)
        {
            content.Find(LinkRules.BadLimits.At(content.At(ask, ask.Mark, "max"), $"'max' is {ask.Max}, which leaves no room for an answer.", "Allow at least one letter."));
        }
    }

    private static VariableKind KindOf(AskKind kind) => kind switch
    {
        AskKind.Number => VariableKind.Number,
        AskKind.Date => VariableKind.Date,
        AskKind.Place => VariableKind.Place,
        AskKind.Photo or AskKind.Voice => VariableKind.Media,
        _ => VariableKind.Text,
    };
}
