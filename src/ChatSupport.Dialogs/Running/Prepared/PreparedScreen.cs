using ChatSupport.Dialogs.Khmer;
using ChatSupport.Dialogs.Model;

namespace ChatSupport.Dialogs.Running.Prepared;

/// <summary>A screen with every template and condition read, so that a turn reads none.</summary>
internal sealed class PreparedScreen
{
    public PreparedScreen(Screen screen, Dialog dialog, VariableKinds kinds)
    {
        Screen = screen;
        Dialog = dialog;
        Text = new PreparedText(screen.Text, screen.Mark);
        Set = Assignment.All(screen.Set, kinds, dialog.Id, null, screen.Mark);
        Do = PreparedCall.From(screen.Do);
        Branches = [.. screen.Branches.Select(branch =>
            new PreparedBranch(PreparedText.ReadCondition(branch.If, branch.Mark), new PreparedTarget(branch.Go)))];
        var ids = ButtonIds.Of(screen);
        Choices = [.. screen.Choices.Select((choice, at) => new PreparedChoice(choice, at, ids[at], dialog.Id, kinds))];
        Ask = screen.Ask is null ? null : new PreparedAsk(screen.Ask);
        Words = ChoiceWords(screen);
    }

    public Screen Screen { get; }

    public Dialog Dialog { get; }

    public ScreenId Id => Screen.Id;

    public bool Sensitive => Screen.Sensitive || Dialog.Sensitive;

    public PreparedText Text { get; }

    public IReadOnlyList<Assignment> Set { get; }

    public PreparedCall? Do { get; }

    public IReadOnlyList<PreparedBranch> Branches { get; }

    public IReadOnlyList<PreparedChoice> Choices { get; }

    public PreparedAsk? Ask { get; }

    /// <summary>Finds the choice that a sentence means; null where no choice has keywords. The topics are the choices' positions.</summary>
    public Matcher? Words { get; }

    private static Matcher? ChoiceWords(Screen screen)
    {
        if (screen.Choices.All(choice => choice.Keywords.Words.Count == 0))
            return null;

        return new Matcher([.. screen.Choices.Select((choice, at) => (choice, at))
            .Where(pair => pair.choice.Keywords.Words.Count > 0)
            .Select(pair => new MatchTopic(pair.at.ToString(System.Globalization.CultureInfo.InvariantCulture), [], pair.choice.Keywords, false))]);
    }
}

/// <summary>A condition and where it leads.</summary>
internal sealed record PreparedBranch(Condition If, PreparedTarget Go);

/// <summary>A choice with its templates read.</summary>
internal sealed class PreparedChoice(Choice choice, int position, string id, string dialog, VariableKinds kinds)
{
    public Choice Choice { get; } = choice;

    public int Position { get; } = position;

    /// <summary>The button's id; one that is repeated over a list adds its element to it.</summary>
    public string Id { get; } = id;

    public PreparedText Label { get; } = new(choice.Label, choice.Mark);

    public Condition? When { get; } = choice.When is null ? null : PreparedText.ReadCondition(choice.When, choice.Mark);

    public IReadOnlyList<Assignment> Set { get; } =
        Assignment.All(choice.Set, kinds, dialog, choice.Each is null ? null : choice.As, choice.Mark);

    public PreparedCall? Do { get; } = PreparedCall.From(choice.Do);

    public PreparedTarget Go { get; } = new(choice.Go);
}

/// <summary>A question with its templates read.</summary>
internal sealed class PreparedAsk(Ask ask)
{
    public Ask Ask { get; } = ask;

    public PreparedText Retry { get; } = new(ask.Retry, ask.Mark);

    public PreparedCall? Do { get; } = PreparedCall.From(ask.Do);

    public PreparedTarget Go { get; } = new(ask.Go);
}
