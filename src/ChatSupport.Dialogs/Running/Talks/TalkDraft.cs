using System.Globalization;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Reading;

namespace ChatSupport.Dialogs.Running.Talks;

/// <summary>A talk while its lines are read.</summary>
internal sealed class TalkDraft(TalkWord head, DialogSet dialogs, ICollection<DialogIssue> issues)
{
    private readonly List<TalkLine> lines = [];
    private readonly HashSet<string> settings = new(StringComparer.Ordinal);
    private string? language;
    private string? channel;
    private ScreenId? starts;
    private DateTime? now;
    private bool spoilt;

    /// <summary>The talk is left out: playing a half of it would say nothing.</summary>
    public void Spoil() => spoilt = true;

    public Talk? Finish()
    {
        if (!spoilt && lines.All(line => line is TalkLine.Does or TalkLine.Presses))
        {
            Refuse(TalkRules.ShowsNothing, head.ValueMark, "The talk expects nothing, so that it cannot fail.",
                "Add what must follow, for example 'screen: rights/hours'.");
        }

        return spoilt ? null
            : new Talk(head.Value, language ?? (dialogs.Languages is [var first, ..] ? first : "km"), channel, starts ?? ScreenId.Of("home"), now, lines, head.Mark);
    }

    public void Take(TalkWord said)
    {
        if (said.Word is TalkWord.Language or TalkWord.Channel or TalkWord.Starts or TalkWord.Now)
            Set(said);
        else if (Read(said) is { } line)
            lines.Add(line);
        else
            spoilt = true;
    }

    private void Set(TalkWord said)
    {
        if (lines.Count > 0)
            Refuse(TalkRules.Misplaced, said.Mark, $"'{said.Word}' stands after the talk began.", "Write it right below 'talk'.");
        else if (!settings.Add(said.Word))
            Refuse(TalkRules.Repeated, said.Mark, $"'{said.Word}' stands twice in this talk.", "Delete one of the two.");
        else if (said.Word == TalkWord.Starts)
            starts = Screen(said);
        else if (said.Word == TalkWord.Language)
            language = Offered(said);
        else if (said.Word == TalkWord.Channel)
            channel = said.Value;
        else if (TalkWord.TryReadTime(said.Value, out var time))
            now = said.Value.Contains(':', StringComparison.Ordinal) ? time : time.AddHours(12);
        else
            Unreadable(said, "a day and time", "2026-11-24 21:00");
    }

    private TalkLine? Read(TalkWord said) => said.Word switch
    {
        TalkWord.She => new TalkLine.Does(new Input.Text(said.Value), said.ValueMark),
        TalkWord.Presses => new TalkLine.Presses(said.Value, said.ValueMark),
        TalkWord.Shares => Spot(said),
        TalkWord.Sends => Sent(said),
        TalkWord.Screen => Screen(said) is { } screen ? new TalkLine.IsOn(screen, said.ValueMark) : null,
        TalkWord.Says => new TalkLine.Says(said.Value, false, said.ValueMark),
        TalkWord.NeverSays => new TalkLine.Says(said.Value, true, said.ValueMark),
        TalkWord.Variable => Variable(said),
        TalkWord.Effect => Effect(said),
        _ => Missed(said),
    };

    private ScreenId? Screen(TalkWord said)
    {
        if (ScreenId.TryParse(said.Value, out var screen) && dialogs.Find(screen) is not null)
            return screen;

        var known = dialogs.Dialogs.Values.SelectMany(dialog => dialog.Screens.Values.Select(one => one.Id.ToString()));
        Refuse(TalkRules.UnknownScreen, said.ValueMark, $"There is no screen '{said.Value}'.",
            Similar.Mend(said.Value, known, "Write the dialog, and behind # the screen: rights/hours#refused."));
        return null;
    }

    private string? Offered(TalkWord said)
    {
        if (dialogs.Languages.Contains(said.Value, StringComparer.Ordinal))
            return said.Value;

        Refuse(TalkRules.UnknownLanguage, said.ValueMark, $"The language '{said.Value}' is not offered.",
            $"Offered are: {string.Join(", ", dialogs.Languages)}.");
        return null;
    }

    private TalkLine.Does? Spot(TalkWord said)
    {
        const NumberStyles Degrees = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (said.Value.Split(',') is [var north, var east]
            && double.TryParse(north.Trim(), Degrees, CultureInfo.InvariantCulture, out var latitude)
            && double.TryParse(east.Trim(), Degrees, CultureInfo.InvariantCulture, out var longitude))
        {
            return new TalkLine.Does(new Input.Location(latitude, longitude), said.ValueMark);
        }

        Unreadable(said, "a spot in degrees", "10.627, 103.522");
        return null;
    }

    private TalkLine.Does? Sent(TalkWord said)
    {
        Input? input = said.Value switch
        {
            "voice" => new Input.Voice("talk/voice"),
            "photo" => new Input.Photo("talk/photo"),
            "unreadable" => new Input.Unreadable(),
            "edited" => new Input.Edited(),
            _ => null,
        };
        if (input is not null)
            return new TalkLine.Does(input, said.ValueMark);

        Unreadable(said, "voice, photo, unreadable or edited", "voice");
        return null;
    }

    private TalkLine.Keeps? Variable(TalkWord said)
    {
        var equals = said.Value.IndexOf('=', StringComparison.Ordinal);
        if (equals > 0 && Names.IsVariable(said.Value[..equals].Trim()))
            return new TalkLine.Keeps(said.Value[..equals].Trim(), said.Value[(equals + 1)..].Trim(), said.ValueMark);

        Unreadable(said, "a variable and its value", "need = health");
        return null;
    }

    /// <summary>An argument's value goes on to the next word with an equals sign, so that it may have blanks.</summary>
    private TalkLine.Causes? Effect(TalkWord said)
    {
        var words = said.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var with = new Dictionary<string, string>(StringComparer.Ordinal);
        string? name = null;
        foreach (var word in words.Skip(1))
        {
            var equals = word.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0)
                with[name = word[..equals]] = word[(equals + 1)..];
            else if (name is not null)
                with[name] += " " + word;
        }

        if (words[0].Contains('.', StringComparison.Ordinal) && (words.Length == 1 || name is not null))
            return new TalkLine.Causes(words[0], with, said.ValueMark);

        Unreadable(said, "an action with its arguments", "peer.request topic=rights");
        return null;
    }

    private TalkLine.Missed? Missed(TalkWord said)
    {
        if (said.Value is "yes" or "no")
            return new TalkLine.Missed(said.Value == "yes", said.ValueMark);

        Unreadable(said, "yes or no", "yes");
        return null;
    }

    private void Unreadable(TalkWord said, string what, string example) =>
        Refuse(TalkRules.Unreadable, said.ValueMark, $"'{said.Word}' needs {what}, but found '{Khmer.Clusters.Cut(said.Value, 40)}'.", $"Write for example '{said.Word}: {example}'.");

    private void Refuse(Rule rule, Mark mark, string message, string mend)
    {
        spoilt = true;
        issues.Add(rule.At(mark, message, mend));
    }
}
