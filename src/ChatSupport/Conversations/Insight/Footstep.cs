using ChatSupport.Dialogs.Khmer;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Conversations.Insight;

/// <summary>What one turn tells of the way through the content. It lives in memory until it is counted.</summary>
/// <param name="From">The screen that she stood on; null where the conversation began.</param>
/// <param name="To">The screen that she stands on now.</param>
/// <param name="Language">Her language.</param>
internal sealed record Footstep(ScreenId? From, ScreenId To, string Language)
{
    /// <summary>Words of conversations that began later than this are not kept.</summary>
    public static readonly TimeSpan Young = TimeSpan.FromDays(7);

    /// <summary>She took a step back.</summary>
    public bool IsBack { get; init; }

    /// <summary>What she did was not understood.</summary>
    public bool IsMissed { get; init; }

    /// <summary>What she typed was searched for, and nothing was found.</summary>
    public bool FoundNothing { get; init; }

    /// <summary>She listened to a recording of the screen.</summary>
    public bool Listened { get; init; }

    /// <summary>Words of what was not understood; none where the screen is sensitive or asks for something of hers, and none of a conversation that is young: else
    /// a few that somebody begins would show what another one typed.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>What a turn tells; null for one that is not hers, or stays behind the decoy, or erases her.</summary>
    public static Footstep? Of(TurnDraft draft)
    {
        if (draft.Forgets || draft.State is not { Decoy: null, Dialog: { } now } || Wish.Of(draft.Inbound.Event) is not { } input)
            return null;
        var before = draft.Before.Dialog;
        var isMissed = draft.Landed is { Missed: true };
        return new Footstep(before?.Screen, now.Screen, now.Language)
        {
            IsBack = before is { Trail: { IsDefaultOrEmpty: false } trail } && trail[^1] == now.Screen && now.Trail.Length < trail.Length,
            IsMissed = isMissed,
            FoundNothing = draft.Landed is { FoundNothing: true },
            Listened = draft.Landed?.Replies.Any(reply => reply is Reply.Recording) == true,
            Words = isMissed && input is Input.Text text && MayKeep(draft, before) ? WordPieces.Of(text.Value) : [],
        };
    }

    /// <summary>What she types on a sensitive screen, or as the answer to a question, is about her.</summary>
    private static bool MayKeep(TurnDraft draft, DialogState? before) =>
        before is not null && draft.Before.ConsentedAt is { } agreed && draft.Now - agreed >= Young && !draft.TypedSecret && !draft.IsSensitive(before) && !draft.IsSensitive(draft.State.Dialog)
        && draft.Interpreter.Dialogs.Find(before.Screen)?.Ask is null or { Kind: AskKind.Choice, Do: null }
        && draft.Interpreter.Dialogs.Dialogs.GetValueOrDefault(before.Screen.Dialog) is { Fenced: false };
}
