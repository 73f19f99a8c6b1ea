using ChatSupport.Conversations;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Places;

/// <summary>One of <see cref="PlaceQueries"/>, asked against the revision that the turn runs.</summary>
internal sealed class PlaceQuery(ActionSpec spec, PlaceLibrary library) : IBotQuery
{
    public ActionSpec Spec { get; } = spec;

    public Task<Value?> Run(ActionCall call, QueryContext context, CancellationToken cancel) =>
        Task.FromResult(PlaceQueries.Run(library.Of(context.Content), call, context.Language, context.Now));
}
