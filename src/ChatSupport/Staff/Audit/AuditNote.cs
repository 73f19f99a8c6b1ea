namespace ChatSupport.Staff.Audit;

/// <summary>What is to be recorded. Never anything of a worker: the log is kept longer than what she wrote, and more people read it.</summary>
internal sealed record AuditNote
{
    /// <summary>Who did it where nobody was asked: a schedule, a retention rule.</summary>
    public const string System = "system";

    /// <summary>Who did it at the shell of the machine, where nobody signs in.</summary>
    public const string CommandLine = "command line";

    public const int LongestWho = 100;
    public const int LongestAct = 60;
    public const int LongestSubject = 200;
    public const int LongestDetail = 500;

    /// <param name="who">See <see cref="Who"/>.</param>
    /// <param name="act">See <see cref="Act"/>.</param>
    /// <param name="subject">See <see cref="Subject"/>.</param>
    /// <param name="detail">See <see cref="Detail"/>.</param>
    /// <exception cref="ArgumentException">Nobody is named, or the act is not a word of that form.</exception>
    public AuditNote(string who, string act, string subject = "", string detail = "")
    {
        if (who.Length is 0 or > LongestWho || who.Any(char.IsControl))
            throw new ArgumentException($"Who did it is named in 1 to {LongestWho} characters.", nameof(who));
        if (act.Length is 0 or > LongestAct || !act.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-'))
            throw new ArgumentException($"An act is a word of 1 to {LongestAct} small letters, digits, dots and hyphens, for example content.publish.", nameof(act));
        (Who, Act, Subject, Detail) = (who, act, Fit(subject, LongestSubject), Fit(detail, LongestDetail));
    }

    /// <summary>Opaque id of the account, or <see cref="System"/> or <see cref="CommandLine"/>.</summary>
    public string Who { get; }

    /// <summary>A short stable word, the feature first: <c>content.publish</c>, <c>staff.invite</c>, <c>session.sign-in</c>.</summary>
    public string Act { get; }

    /// <summary>What it was done to: an opaque id or a content path. Empty where it was done to nothing. What is too long is cut.</summary>
    public string Subject { get; }

    /// <summary>A few plain words for whoever reads the log. What is too long is cut: an act must not fail because of it.</summary>
    public string Detail { get; }

    private static string Fit(string text, int longest)
    {
        if (text.Any(char.IsControl))
            text = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
        if (text.Length <= longest)
            return text;
        var end = longest - 1;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + "…";
    }
}
