using ChatSupport.Conversations;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Places;

/// <summary>One of <see cref="PlaceQueries"/>, asked against the live revision.</summary>
internal sealed class PlaceQuery(ActionSpec spec, PlaceLibrary library) : IBotQuery
{
    public ActionSpec Spec { get; } = spec;

    public Task<Value?> Run(ActionCall call, QueryContext context, CancellationToken cancel) =>
        Task.FromResult(PlaceQueries.Run(library.Current, call, context.Language, context.Now));
}
