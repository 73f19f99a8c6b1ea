using System.Text.Json;
using ChatSupport.Content;
using ChatSupport.Dialogs.Reading;
using ChatSupport.Dialogs.Running;
using ChatSupport.Places;

namespace ChatSupport.Tests.Places;

/// <summary>A worker who walks the shipped dialogs, with the queries answered from the shipped facts.</summary>
internal sealed class Walker
{
    private static readonly IReadOnlyList<ContentFile> Content =
        ContentFolder.Read(ContentFolder.Find(AppContext.BaseDirectory) ?? throw new InvalidOperationException("The tests do not run inside the repository."));

    public static readonly Interpreter Shipped = new(DialogReader.Read(Content, KnownActions.All, Some.Today).Set!, KnownActions.All);

    private readonly PlaceBook book;
    private DialogState state;

    public Walker(string language = "en", PlaceBook? book = null)
    {
        this.book = book ?? ShippedPlaces.Book;
        state = new DialogState { Screen = Shipped.Home, Language = language };
        Take(Shipped.Open(state, Shipped.Home, today: Some.Today));
    }

    public string At => state.Screen.ToString();

    public Reply.Menu Menu { get; private set; } = null!;

    public Reply.Spot? Spot { get; private set; }

    public string Kept => JsonSerializer.Serialize(state, DialogJson.Options);

    public Walker Types(string text) => Take(Shipped.Run(state, new Input.Text(text), Some.Today));

    public Walker Shares(double latitude, double longitude) => Take(Shipped.Run(state, new Input.Location(latitude, longitude), Some.Today));

    public Walker Presses(string label) =>
        Take(Shipped.Run(state, new Input.Button(Menu.Choices.Concat(Menu.Navigation).Single(button => button.Label == label).Id), Some.Today));

    private Walker Take(Step step)
    {
        while (step.Waiting is { } call)
            step = Shipped.Resume(step, PlaceQueries.Run(book, call, step.State.Language, Some.Noon));

        state = step.State;
        Menu = step.Replies.OfType<Reply.Menu>().Last();
        Spot = step.Replies.OfType<Reply.Spot>().LastOrDefault();
        return this;
    }
}
