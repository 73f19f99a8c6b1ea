using System.Globalization;
using System.Text;
using ChatSupport.Conversations;
using ChatSupport.Dialogs.Khmer;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Running;
using ChatSupport.Places;
using ChatSupport.Tests.Places;

namespace ChatSupport.Tests.Content;

/// <summary>Every screen as workers see it, found by pressing every button from home, with the shipped facts and without any.</summary>
public sealed class WalkingTheShippedContent(ITestOutputHelper output)
{
    private const int Most = 4;
    private static readonly Interpreter shipped = Walker.Shipped;

    public static TheoryData<string> Languages => [.. shipped.Dialogs.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_answer_is_within_four_taps_of_home(string language)
    {
        var seen = Seen.In(language);
        output.WriteLine(Table(seen));

        Assert.Empty(Open().Except(seen.Keys).Select(id => id.ToString()));
        Assert.All(seen.Values.Where(screen => !IsOfAChat(screen.Id)), screen => Assert.InRange(screen.Taps, 0, Most));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_answer_has_a_way_back_and_home(string language) => Assert.All(Seen.In(language).Values.Where(screen => screen.Id != shipped.Home), screen =>
    {
        Assert.Equal(screen.Before, Press(screen, Phrase.Back).Screen.ToString());
        Assert.Equal(shipped.Home, Press(screen, Phrase.Home).Screen);
        Assert.Contains(screen.Menu.Navigation, button => button.Label == Said(Phrase.Person, language));
        Assert.Contains(screen.Menu.Navigation, button => button.Label == Said(Phrase.Leave, language));
    });

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_screen_fits_people_and_channels(string language) => Assert.All(Seen.In(language).Values, screen =>
    {
        var menu = screen.Menu;
        Assert.NotEmpty(menu.Text);
        Assert.InRange(menu.Choices.Length, 0, 6);
        Assert.InRange(MenuText.Numbered(menu).Length, 1, 4096);
        Assert.All(menu.Choices.Concat(menu.Navigation), button => Assert.InRange(Encoding.UTF8.GetByteCount(button.Id), 1, 64));
        Assert.Equal(menu.Choices.Length, MenuText.ButtonLabels(menu).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(menu.Choices.Length, menu.Choices.Select(choice => choice.Id).Distinct(StringComparer.Ordinal).Count());
        if (!shipped.Dialogs.Find(screen.Id)!.Text.In(language).Contains('{', StringComparison.Ordinal))
            Assert.InRange(Clusters.Count(menu.Text), 1, 300);
        foreach (var fixedLabel in menu.Choices.Where(choice => shipped.Dialogs.Find(screen.Id)!.Choices.Any(own => own.Label.In(language) == choice.Label)))
            Assert.InRange(Clusters.Count(fixedLabel.Label), 1, 24);
    });

    private static IEnumerable<ScreenId> Open() =>
        shipped.Dialogs.Dialogs.Values.Where(dialog => !dialog.Fenced).SelectMany(dialog => dialog.Screens.Keys.Select(name => new ScreenId(dialog.Id, name)))
            .Where(id => shipped.Dialogs.Find(id)!.Text.Languages.Any() && !IsOfAChat(id));

    /// <summary>What a chat with a person or a report shows comes and goes with it: it is no answer that she looks for.</summary>
    private static bool IsOfAChat(ScreenId id) => (id.Dialog == "person" && id.Screen is not ("start" or "dying" or "minor" or "lines" or "one"))
        || (id.Dialog == "referral" && id.Screen is not ("start" or "none"))
        || id.Dialog == MeetingActions.Dialog // leaders of groups begin there
        || (id.Dialog == "savings" && id.Screen is not ("start" or "none" or "code" or "code-wrong" or "pin" or "forgot")) // what stands behind her PIN
        || (id.Dialog is "report" or "thread" && id.Screen is not ("start" or "help"));

    private static Reply.Menu Press(Seen screen, Phrase phrase)
    {
        var button = Assert.Single(screen.Menu.Navigation, button => button.Label == Said(phrase, screen.Menu.Language));
        return Seen.Ends(shipped.Run(screen.State, new Input.Button(button.Id), Some.Today)).First().Replies.OfType<Reply.Menu>().Last();
    }

    private static string Said(Phrase phrase, string language) => shipped.Dialogs.Phrases.In(phrase, language);

    private static string Table(IReadOnlyDictionary<ScreenId, Seen> seen)
    {
        var table = new StringBuilder("taps  clusters  units  choices  screen\n");
        foreach (var screen in seen.Values.OrderBy(screen => screen.Taps).ThenBy(screen => screen.Id.ToString(), StringComparer.Ordinal))
        {
            table.Append(CultureInfo.InvariantCulture,
                $"{screen.Taps,4}  {Clusters.Count(screen.Menu.Text),8}  {MenuText.Numbered(screen.Menu).Length,5}  {screen.Menu.Choices.Length,7}  {screen.Id}\n");
        }

        return table.ToString();
    }

    /// <summary>A screen as it was first seen.</summary>
    private sealed record Seen(ScreenId Id, int Taps, string Before, DialogState State, Reply.Menu Menu)
    {
        /// <summary>What may be typed where a question is asked; the first that fits counts.</summary>
        private static readonly string[] answers = ["រាម", "2580", "ស្វាយលឿង", "1234 5678", "1234 5678 9012"];

        public static Dictionary<ScreenId, Seen> In(string language)
        {
            var seen = new Dictionary<ScreenId, Seen>();
            var tried = new HashSet<string>(StringComparer.Ordinal); // one screen shows other choices to other answers
            var home = new DialogState { Screen = shipped.Home, Language = language };
            var now = Ends(shipped.Open(home, shipped.Home, today: Some.Today)).Select(step => (Step: step, Before: "")).ToList();
            for (var taps = 0; now.Count > 0 && taps <= Most + 1; taps++)
            {
                var next = new List<(Step Step, string Before)>();
                foreach (var (step, before) in now)
                {
                    var menu = step.Replies.OfType<Reply.Menu>().LastOrDefault();
                    if (menu is null || menu.Language != language || shipped.Dialogs.Dialogs[menu.Screen.Dialog].Fenced
                        || !tried.Add($"{menu.Screen} {string.Join(' ', menu.Choices.Select(choice => choice.Id))}"))
                    {
                        continue;
                    }

                    seen.TryAdd(menu.Screen, new Seen(menu.Screen, taps, before, step.State, menu));
                    next.AddRange(Inputs(menu).SelectMany(input => Ends(shipped.Run(step.State, input, Some.Today))).Select(end => (end, menu.Screen.ToString())));
                }

                now = next;
            }

            return seen;
        }

        /// <summary>How a step can end: with what the shipped facts or the samples give, and with nothing found.</summary>
        public static IEnumerable<Step> Ends(Step step)
        {
            if (step.Waiting is not { } call)
                return [step];

            var found = PlaceQueries.Run(ShippedPlaces.Book, call, step.State.Language, Some.Noon) ?? ReferralActions.Sample(call, step.State.Language) ?? MeetingActions.Sample(call, step.State.Language)
                ?? SavingsActions.Sample(call, step.State.Language) ?? ReportActions.Sample(call);
            return found is null ? Ends(shipped.Resume(step, null)) : Ends(shipped.Resume(step, found)).Concat(Ends(shipped.Resume(step, null)));
        }

        private static IEnumerable<Input> Inputs(Reply.Menu menu)
        {
            var buttons = menu.Choices.Append(menu.Navigation.FirstOrDefault(button => button.Label == Said(Phrase.Person, menu.Language)));
            return buttons.OfType<Button>().Select(button => (Input)new Input.Button(button.Id))
                .Concat(menu.Asks is null ? [] : answers.Select(answer => new Input.Text(answer)));
        }
    }
}
