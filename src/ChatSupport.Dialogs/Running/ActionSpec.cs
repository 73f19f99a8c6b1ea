using ChatSupport.Dialogs.Model;

namespace ChatSupport.Dialogs.Running;

/// <summary>What content may know of an action: its name, arguments and result.</summary>
/// <param name="Name">Two words with a dot: <c>services.nearby</c>.</param>
/// <param name="Kind">Read something, or change something with the turn.</param>
/// <param name="Parameters">The arguments.</param>
/// <param name="Returns">What lands in <see cref="ActionUse.Into"/>; null for an effect.</param>
/// <param name="Lands">Where she lands when content says <c>go: name</c>; null where <c>go</c> may not name it.</param>
public sealed record ActionSpec(
    string Name, ActionKind Kind, IReadOnlyList<ActionParameter> Parameters, VariableKind? Returns = null, ScreenId? Lands = null)
{
    /// <summary>Screens that the program opens by itself after it: they are reached although nothing in the content leads there.</summary>
    public IReadOnlyList<ScreenId> Opens { get; init; } = [];
}

/// <summary>One argument of an action.</summary>
/// <param name="Name">Its name under <c>with</c>.</param>
/// <param name="Required">A call without it is refused by the check.</param>
public sealed record ActionParameter(string Name, bool Required);

/// <summary>What an action does.</summary>
public enum ActionKind
{
    /// <summary>Reads; the interpreter stops and waits for the result.</summary>
    Query,

    /// <summary>Changes something outside the dialog; committed with the turn, the interpreter does not wait.</summary>
    Effect,
}

/// <summary>A query that the interpreter waits for.</summary>
/// <param name="Name">The action.</param>
/// <param name="With">Arguments, templates already filled in.</param>
public sealed record ActionCall(string Name, IReadOnlyDictionary<string, string> With);

/// <summary>What a turn changes outside its dialog, committed with it. Carried out by the turn, never by the interpreter.</summary>
/// <param name="Name">The action.</param>
/// <param name="With">Arguments, templates already filled in. May hold a PIN: never logged.</param>
public sealed record Effect(string Name, IReadOnlyDictionary<string, string> With);

/// <summary>The actions that the engine itself defines. All are effects except <see cref="LanguageSet"/>, which the interpreter carries out.</summary>
public static class EngineActions
{
    /// <summary>She agreed that the bot may keep her place.</summary>
    public const string ConsentGive = "consent.give";

    /// <summary>She declined: everything kept so far is erased.</summary>
    public const string ConsentDecline = "consent.decline";

    /// <summary>Leave quickly.</summary>
    public const string LeaveQuickly = "leave.quickly";

    /// <summary>Erase her.</summary>
    public const string PrivacyForget = "privacy.forget";

    /// <summary>Keep a PIN, hashed (<c>pin</c>).</summary>
    public const string PinSet = "pin.set";

    /// <summary>Remove PIN and word.</summary>
    public const string PinClear = "pin.clear";

    /// <summary>Keep a return word, hashed (<c>word</c>).</summary>
    public const string WordSet = "word.set";

    /// <summary>Change the language (<c>language</c>).</summary>
    public const string LanguageSet = "language.set";

    /// <summary>Their specifications.</summary>
    public static IReadOnlyList<ActionSpec> All { get; } =
    [
        new(ConsentGive, ActionKind.Effect, [], Lands: ScreenId.Of("home")),
        new(ConsentDecline, ActionKind.Effect, []),
        new(LeaveQuickly, ActionKind.Effect, [], Lands: ScreenId.Of("home")),
        new(PrivacyForget, ActionKind.Effect, []),
        new(PinSet, ActionKind.Effect, [new("pin", true)]),
        new(PinClear, ActionKind.Effect, []),
        new(WordSet, ActionKind.Effect, [new("word", true)]),
        new(LanguageSet, ActionKind.Effect, [new("language", true)], Lands: ScreenId.Of("home")),
    ];
}
