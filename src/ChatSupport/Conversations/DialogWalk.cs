using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Conversations;

/// <summary>Takes a step to its end: what the dialog asks for is looked up between the pure steps.</summary>
internal sealed class DialogWalk(IEnumerable<IBotQuery> queries, TimeProvider time, ILogger<DialogWalk> log)
{
    private const int MostQueries = 20; // content that asks for more runs in a circle

    private readonly Dictionary<string, IBotQuery> queries = queries.ToDictionary(query => query.Spec.Name, StringComparer.Ordinal);

    public Task<Step> Open(TurnDraft draft, DialogState state, ScreenId screen, Phrase? notice, CancellationToken cancel) =>
        Finish(draft, draft.Interpreter.Open(state, screen, notice, draft.Today), cancel);

    public Task<Step> Run(TurnDraft draft, DialogState state, Input input, CancellationToken cancel) =>
        Finish(draft, draft.Interpreter.Run(state, input, draft.Today), cancel);

    /// <summary>What was typed where a PIN or word was asked for may be a cry for help: it is heard before it is called wrong.</summary>
    /// <returns>The step into a dialog for a crisis; null where the words lead to none.</returns>
    public async Task<Step?> RunUrgent(TurnDraft draft, DialogState place, Input input, CancellationToken cancel)
    {
        var step = await Run(draft, draft.Interpreter.Settle(place, out _), input, cancel);
        return draft.Interpreter.Dialogs.Dialogs.GetValueOrDefault(step.State.Screen.Dialog) is { Crisis: true } ? step : null;
    }

    /// <summary>Answers every query that the step waits for.</summary>
    /// <exception cref="InvalidOperationException">The content asked more than <see cref="MostQueries"/> times in one turn.</exception>
    public async Task<Step> Finish(TurnDraft draft, Step step, CancellationToken cancel)
    {
        for (var asked = 0; step.Waiting is { } call; asked++)
        {
            if (asked == MostQueries)
                throw new InvalidOperationException($"Screen '{step.State.Screen}' called more than {MostQueries} actions in one turn, last '{call.Name}'.");
            step = draft.Interpreter.Resume(step, await Ask(draft, step, call, cancel));
        }

        return step;
    }

    private async Task<Value?> Ask(TurnDraft draft, Step step, ActionCall call, CancellationToken cancel)
    {
        if (!queries.TryGetValue(call.Name, out var query))
        {
            log.UnknownQuery(call.Name);
            return null;
        }

        using var limit = new CancellationTokenSource(draft.Options.QueryLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
        string? promised = null;
        try
        {
            // The wait ends at the limit even where the query does not listen.
            var context = new QueryContext(step.State.Language, draft.Now, draft.Interpreter.Dialogs)
            {
                Conversation = draft.Inbound.Conversation,
                Peer = draft.State.Peer,
                Seat = draft.State.Seat,
                IsLocked = NoticeTurn.IsLocked(draft.State),
                Asked = step.Effects,
                Event = draft.Inbound.Id,
                Promise = given => promised = given,
            };
            var answer = await query.Run(call, context, either.Token).WaitAsync(either.Token);
            draft.Promised = promised ?? draft.Promised; // not of one that came too late: she was told that nothing was done
            return answer;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            log.QueryTooSlow(call.Name, draft.Options.QueryLimit.TotalSeconds);
            return null;
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            log.QueryFailed(call.Name, fault.GetType().Name);
            return null;
        }
    }
}
