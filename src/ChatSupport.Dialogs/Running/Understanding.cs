namespace ChatSupport.Dialogs.Running;

/// <summary>One way in which a typed text could be understood, for authors.</summary>
/// <param name="Rule">By which rule.</param>
/// <param name="Target">What it would do: a command, a choice with its number, a dialog.</param>
/// <param name="Acts">The rule acts at once; false where it only offers the target.</param>
/// <param name="Why">The reason in one sentence.</param>
public sealed record Understanding(UnderstoodBy Rule, string Target, bool Acts, string Why);

/// <summary>The rules by which typed text is understood, in the order in which they are asked.</summary>
public enum UnderstoodBy
{
    /// <summary>A word that works everywhere.</summary>
    Command,

    /// <summary>A sign of crisis: any loose hit.</summary>
    Crisis,

    /// <summary>The label of a choice on the screen.</summary>
    Label,

    /// <summary>The number of a choice, before the question of a screen that asks for a place.</summary>
    NumberBeforePlace,

    /// <summary>An answer to the screen's question.</summary>
    Answer,

    /// <summary>The number of a choice.</summary>
    Number,

    /// <summary>The label of a choice, loosely spelled.</summary>
    LooseLabel,

    /// <summary>A keyword of a choice.</summary>
    ChoiceKeyword,

    /// <summary>A dialog that the text means.</summary>
    Topic,

    /// <summary>A dialog that has something to do with it, offered after two misses.</summary>
    Search,
}
