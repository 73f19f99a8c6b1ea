namespace ChatSupport.Dialogs.Risk;

/// <summary>What a risk word tells of. In the file: the name in kebab case (<c>self-harm</c>).</summary>
public enum RiskClass
{
    /// <summary>What a person would kill herself with, or how: it says more than the wish to die does.</summary>
    Means,

    /// <summary>The wish to die or to hurt herself.</summary>
    SelfHarm,

    /// <summary>Beating, rape, a threat to kill.</summary>
    Violence,

    /// <summary>A weapon in somebody's hand.</summary>
    Weapon,

    /// <summary>Locked in, cannot leave.</summary>
    Confined,

    /// <summary>Sold, papers taken, kept by a debt.</summary>
    Trafficking,

    /// <summary>Arrest, raid, police.</summary>
    Police,

    /// <summary>A child.</summary>
    Minor,

    /// <summary>Pregnant and in trouble, bleeding.</summary>
    PregnancyOrBleeding,

    /// <summary>Too much of a medicine, drug or drink; fainting, not breathing.</summary>
    Overdose,

    /// <summary>Pay withheld, money gone.</summary>
    Money,

    /// <summary>Words of parting for good.</summary>
    Goodbye,

    /// <summary>Signs that stand for more than they show.</summary>
    Emoji,
}
