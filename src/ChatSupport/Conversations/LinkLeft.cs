using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Conversations;

/// <summary>What remains of a conversation whose place went elsewhere: the decoy, and nothing behind it but the question for her consent.</summary>
/// <remarks>Her PIN or word stays as its lock, hashed: a stranger who types into this phone must not be told what it once was.</remarks>
internal sealed class LinkLeft : ILifecycleHolder
{
    private LinkLeft(LifecycleState lifecycle) => Lifecycle = lifecycle;

    public LifecycleState Lifecycle { get; set; }

    bool ILifecycleHolder.Agreed => true;

    bool ILifecycleHolder.Hidden => false;

    public static ConversationState Of(ConversationState state)
    {
        var machine = new LinkLeft(state.Lifecycle);
        if (machine.Lifecycle != LifecycleState.Blocked) // it stays so until she can be reached, with the decoy before it
            Conversations.Lifecycle.For(machine).Fire(LifecycleEvent.Leave);
        var language = state.Dialog!.Language;
        return ConversationState.New with
        {
            Version = state.Version + 1,
            Lifecycle = machine.Lifecycle,
            Dialog = new DialogState { Screen = ScreenId.Of(ConsentTurn.Consent), Language = language },
            Decoy = new DialogState { Screen = ScreenId.Of(LeaveQuickly.Decoy), Language = language },
            Revision = state.Revision,
            ReturnSecret = state.ReturnSecret,
            MovedAway = true,
        };
    }
}
