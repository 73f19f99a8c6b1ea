using ChatSupport.Dialogs.Model;

namespace ChatSupport.Dialogs.Running;

/// <summary>Takes a choice: its assignments, its action, its way.</summary>
internal static class Choosing
{
    public static void Choose(Walk walk, ShownChoice shown)
    {
        var choice = shown.Prepared;
        walk.Trace?.Chosen.Add((walk.Screen.Id, choice.Position, walk.Language));
        var question = walk.Screen.Ask is { Ask.Kind: AskKind.Choice } ask ? ask : null;
        if (shown.Item is { } item)
            walk.Local = walk.Local.SetItem(choice.Choice.As, item);
        if (question is not null)
            Asking.Keep(walk, question, new Value.Text(shown.Button.Label));

        Entering.Apply(walk, choice.Set);
        Entering.Carry(walk, new Onward([.. new[] { choice.Do, question?.Do }.OfType<Prepared.PreparedCall>()], choice.Go, null));
    }
}
