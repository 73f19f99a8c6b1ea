using ChatSupport.Conversations;
using ChatSupport.Dialogs.Running;
using ChatSupport.Storage;

namespace ChatSupport.Savings.Statements;

/// <summary>Draws a member's statement at the moment at which it is sent. What is drawn is never written anywhere: not to a file, and not into the outbox, which holds no
/// more than that there is one. Where her savings are closed meanwhile, nothing is drawn.</summary>
internal sealed class StatementFile(Library library, StateLook states, IBotQuery query, TimeProvider time) : IMediaSource
{
    /// <summary>The one name that a statement has.</summary>
    public const string Key = "statement";

    private const string Name = "savings";

    public string Channel => Name;

    /// <summary>Where the statement of a conversation comes from.</summary>
    public static string PlaceOf(string conversation) => $"{Name}:{conversation}";

    /// <exception cref="StoreUnavailableException">The database cannot be read now.</exception>
    public async Task<SentMedia?> Read(string conversation, string media, CancellationToken cancel) =>
        media == Key && await Words(conversation[(Name.Length + 1)..], cancel).ConfigureAwait(false) is { } words ? new SentMedia("image/png", StatementPicture.Draw(words)) : null;

    /// <summary>What the screen <c>statement</c> says, which is shown nowhere else; null where nothing may be shown now.</summary>
    internal async Task<string?> Words(string key, CancellationToken cancel)
    {
        if (states.Of(key) is not { Decoy: null, Seat: { Picture: not null } seat, Dialog: { } place } || !seat.IsOpen(time.GetUtcNow()))
            return null;
        var interpreter = library.Current;
        var step = interpreter.Open(new DialogState { Screen = place.Screen, Language = place.Language, Channel = place.Channel }, SavingsActions.Screen(Key));
        while (step.Waiting is { } call)
        {
            if (call.Name != query.Spec.Name)
                return null; // content that asks for something else is not drawn
            var context = new QueryContext(place.Language, time.GetUtcNow(), interpreter.Dialogs) { Conversation = key, Seat = seat };
            step = interpreter.Resume(step, await query.Run(call, context, cancel).ConfigureAwait(false));
        }
        return step.Replies.OfType<Reply.Menu>().LastOrDefault() is { } menu && menu.Screen == SavingsActions.Screen(Key) ? menu.Text : null;
    }
}
