using System.Collections.Immutable;

namespace ChatSupport.Dialogs.Running;

/// <summary>What a template or condition can see. Immutable.</summary>
public sealed class Scope
{
    private readonly Variables variables;
    private readonly ImmutableDictionary<string, Value> local;

    /// <summary>A scope over the variables of a conversation.</summary>
    /// <param name="variables">What the dialogs keep of her.</param>
    /// <param name="language">Her language tag, seen as <c>lang</c>.</param>
    /// <param name="today">The day where she is, seen as <c>today</c>; null where nobody said.</param>
    /// <param name="channel">Short name of the channel she talks through, seen as <c>channel</c>; null where nobody said.</param>
    public Scope(Variables variables, string language, DateOnly? today, string? channel = null)
        : this(variables, language, today, channel, ImmutableDictionary<string, Value>.Empty.WithComparers(StringComparer.Ordinal))
    {
    }

    private Scope(Variables variables, string language, DateOnly? today, string? channel, ImmutableDictionary<string, Value> local)
    {
        this.variables = variables;
        this.local = local;
        Language = language;
        Today = today;
        Channel = channel;
    }

    /// <summary>The names that every template can read.</summary>
    public static IReadOnlyList<string> AlwaysThere { get; } = ["lang", "today", "channel"];

    /// <summary>Her language tag.</summary>
    public string Language { get; }

    /// <summary>The day where she is.</summary>
    public DateOnly? Today { get; }

    /// <summary>The channel she talks through.</summary>
    public string? Channel { get; }

    /// <summary>The same scope with one more name, which hides a variable of that name: <c>answer</c>, <c>place</c>.</summary>
    public Scope With(string name, Value value) => new(variables, Language, Today, Channel, local.SetItem(name, value));

    /// <summary>The value of a name, or null where nothing has it.</summary>
    public Value? Find(string name)
    {
        if (local.TryGetValue(name, out var own))
            return own;

        return name switch
        {
            "lang" => new Value.Text(Language),
            "today" => Today is { } day ? new Value.Text(day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)) : null,
            "channel" => Channel is { } channel ? new Value.Text(channel) : null,
            _ => variables.Items.GetValueOrDefault(name),
        };
    }
}
