using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Running;
using ChatSupport.Dialogs.Running.Liquid;

namespace ChatSupport.Dialogs.Reading.Checks;

/// <summary>Templates and conditions: readable, with variables that are there and can be taken for what they are taken for.</summary>
internal static class TemplateCheck
{
    public static void Find(Inspection content)
    {
        foreach (var dialog in content.Set.Dialogs.Values)
        {
            foreach (var screen in dialog.Screens.Values)
                new ScreenTemplates(content, dialog, screen).Find();
        }
    }

    private sealed class ScreenTemplates(Inspection content, Dialog dialog, Screen screen)
    {
        private static readonly string[] none = [];
        private static readonly string[] answer = [Names.Answer];

        public void Find()
        {
            FindTexts(screen, "text", screen.Text, none);
            FindAll(screen, "set", screen.Set, none);
            FindCall(screen.Do, none);
            foreach (var branch in screen.Branches)
            {
                FindCondition(branch, "if", branch.If, branch.Mark, none);
                FindAll(branch, "with", branch.Go.With, none);
            }

            foreach (var choice in screen.Choices)
                Find(choice);

            if (screen.Ask is not { } ask)
                return;

            FindTexts(ask, "retry", ask.Retry, none);
            FindCall(ask.Do, answer);
            FindAll(ask, "with", ask.Go.With, answer);
        }

        private void Find(Choice choice)
        {
            string[] shown = choice.Each is null ? none : [choice.As];
            string[] chosen = screen.Ask is { Kind: AskKind.Choice } ? [.. shown, Names.Answer] : shown;
            FindTexts(choice, "label", choice.Label, shown);
            if (choice.When is { } when)
                FindCondition(choice, "when", when, choice.Mark, shown);
            FindAll(choice, "set", choice.Set, chosen);
            FindCall(choice.Do, chosen);
            FindAll(choice, "with", choice.Go.With, chosen);
        }

        private void FindTexts(object part, string key, Texts texts, string[] local)
        {
            foreach (var language in content.Set.Languages)
            {
                if (texts.Exactly(language) is { } text && Template.HasBlanks(text))
                    FindIn(text, content.Template(text), content.Scalar(part, key, language), screen.Mark, local, false);
            }
        }

        private void FindCall(ActionUse? use, string[] local)
        {
            if (use is not null)
                FindAll(use, "with", use.With, local);
        }

        private void FindAll(object part, string key, IReadOnlyDictionary<string, string> templates, string[] local)
        {
            foreach (var (name, text) in templates.Where(template => Template.HasBlanks(template.Value)))
                FindIn(text, content.Template(text), content.Scalar(part, key, name), screen.Mark, local, false);
        }

        private void FindCondition(object part, string key, string text, Mark otherwise, string[] local)
        {
            if (content.Scalar(part, key) is { } scalar)
                FindIn(text, content.Condition(text), scalar, otherwise, local, true);
        }

        private void FindIn(string text, LiquidReading reading, YamlScalar? scalar, Mark otherwise, string[] local, bool isCondition)
        {
            if (reading.Fault is { } fault)
            {
                content.Find(FaultOf(fault, scalar?.At(fault.At) ?? otherwise, isCondition));
                return;
            }

            var unknown = new HashSet<string>(StringComparer.Ordinal);
            foreach (var use in reading.Uses)
            {
                if (local.Contains(use.Name) || Names.AlwaysThere.Contains(use.Name))
                    continue;

                if (dialog.Variables.TryGetValue(use.Name, out var kind))
                    FindKind(use, kind, Place(use));
                else if (unknown.Add(use.Name))
                    FindUnknown(use, Place(use), local);
            }

            Mark Place(LiquidUse use) => scalar?.At(LiquidScan.Variable(text, isCondition, use.Name, use.Nth)) ?? otherwise;
        }

        private DialogIssue FaultOf(LiquidFault fault, Mark mark, bool isCondition)
        {
            if (fault.Filter is { } filter)
            {
                return LinkRules.UnknownFilter.At(mark, $"The filter '{filter}' does not exist.",
                    content.Mend(filter, LiquidFilters.Names, $"There are {string.Join(", ", LiquidFilters.Names)}."));
            }

            return isCondition
                ? LinkRules.BrokenCondition.At(mark, $"The condition cannot be read: {fault.Sentence}", "See dialogs/README.md for how conditions are written.")
                : LinkRules.BrokenTemplate.At(mark, $"The template cannot be read: {fault.Sentence}", "See dialogs/README.md for how templates are written.");
        }

        private void FindUnknown(LiquidUse use, Mark mark, string[] local)
        {
            content.Find(LinkRules.UnknownVariable.At(mark,
                use.Name == Names.Answer ? "'answer' is known only to the action and the way of a question." : $"'{use.Name}' is read here, but the dialog has no such variable.",
                content.Mend(use.Name, dialog.Variables.Keys.Concat(local).Concat(Names.AlwaysThere), "Declare it under 'variables'.")));
        }

        private void FindKind(LiquidUse use, VariableKind kind, Mark mark)
        {
            if (Kinds.Refuse(use, kind) is { } sentence)
            {
                content.Find(LinkRules.WrongKind.At(mark, $"'{use.Name}' is declared as {VariableCheck.Word(kind)}, {sentence}",
                    "Name another variable, or declare it with another kind."));
            }
        }
    }
}
