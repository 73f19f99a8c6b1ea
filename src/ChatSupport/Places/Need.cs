using ChatSupport.Dialogs.Model;

namespace ChatSupport.Places;

/// <summary>What a worker may look for: a line of <c>places/needs.yaml</c>.</summary>
/// <param name="Id">Short name, used by <c>kind:</c> and by dialogs: <c>hiv-test</c>.</param>
/// <param name="Name">As she reads it.</param>
/// <param name="Mark">Where it stands.</param>
internal sealed record Need(string Id, Texts Name, Mark Mark);
