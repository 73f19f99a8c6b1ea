using ChatSupport.Dialogs.Running;

namespace ChatSupport.Conversations;

/// <summary>A part of the program that takes turns of conversations which are more than a walk through the dialogs.</summary>
internal interface ITurnPart
{
    /// <summary>Takes what she did before anything else does, also where nobody was greeted yet; leaving quickly comes before it.</summary>
    /// <returns>False where it is none of its business.</returns>
    Task<bool> TakeFirst(TurnDraft draft, Input input, CancellationToken cancel);

    /// <summary>Takes what she did where she stands, after PINs and notices.</summary>
    /// <returns>False where it is none of its business: the dialogs take it.</returns>
    Task<bool> Take(TurnDraft draft, Input input, CancellationToken cancel);

    /// <summary>Takes what another conversation, or the clock, tells this one.</summary>
    /// <returns>False where it is none of its business.</returns>
    Task<bool> Hear(TurnDraft draft, InboundEvent.News news, CancellationToken cancel);

    /// <summary>Carries out what the dialogs ask for.</summary>
    /// <returns>False where the effect is none of its own.</returns>
    bool CarryOut(TurnDraft draft, Effect effect);

    /// <summary>Ends every turn: sees whether she left, came back, cannot be reached or was erased with it.</summary>
    void Finish(TurnDraft draft);
}
