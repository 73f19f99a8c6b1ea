using System.Globalization;
using System.Text.RegularExpressions;
using ChatSupport.BotApi.People;

namespace ChatSupport.BotApi.Crashes;

/// <summary>A person who talks to a bot that counts. The bot answers each of her updates with the number of the update in brackets and, from
/// the third on, with everything that it was given so far: <c>[1]</c> to <c>/start</c>, <c>[2]</c> to <c>yes</c>, then <c>[5] 7003 1 7005</c>.
/// So each answer shows her whole state. The button <c>one more</c> under it gives a 1.</summary>
internal sealed partial class Counting(Worker she)
{
    /// <summary>The label of the button.</summary>
    public const string Button = "one more";

    private const int Preface = 2;

    private readonly List<string> given = [];
    private int updates;

    public Worker She => she;

    /// <summary>How many updates she caused.</summary>
    public int Updates => updates;

    /// <summary>What she typed and pressed after she agreed, in order.</summary>
    public IReadOnlyList<string> Given => given;

    /// <summary>She does something.</summary>
    public void Do(Doing doing)
    {
        updates++;
        switch (doing)
        {
            case Doing.Begins:
                she.Sends("/start");
                break;
            case Doing.Agrees:
                she.Sends("yes");
                break;
            case Doing.Presses when she.Screen.Any(message => message.Buttons.Any(button => button.Label.Contains(Button, StringComparison.Ordinal))):
                she.Presses(Button);
                given.Add("1");
                break;
            default:
                var number = (7000 + updates).ToString(CultureInfo.InvariantCulture);
                she.Sends(number);
                given.Add(number);
                break;
        }
    }

    /// <summary>Waits until the answer to her last update arrived.</summary>
    /// <exception cref="TimeoutException">It did not.</exception>
    public Task WaitForLast(TimeSpan within) => she.WaitForCalls(calls => calls.Any(call => Answer.Of(call)?.Number == updates), within, $"the answer [{updates}]");

    /// <summary>What the answer to an update must hold behind its number.</summary>
    /// <param name="number">Which update, from 1.</param>
    public IEnumerable<string> GivenUntil(int number) => given.Take(Math.Max(0, number - Preface));

    /// <summary>An answer that arrived.</summary>
    /// <param name="Number">The number in brackets.</param>
    /// <param name="Given">What it says that it was given.</param>
    /// <param name="Call">The call that brought it.</param>
    internal sealed partial record Answer(int Number, IReadOnlyList<string> Given, RecordedCall Call)
    {
        /// <summary>Reads a call; null where it brought no answer.</summary>
        public static Answer? Of(RecordedCall call)
        {
            if (!call.Succeeded || call.Method is not ("sendMessage" or "editMessageText") || call.Request["text"]?.ToString() is not { } text)
                return null;
            var read = Form().Match(text);
            return read.Success
                ? new Answer(int.Parse(read.Groups[1].Value, CultureInfo.InvariantCulture), read.Groups[2].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries), call)
                : null;
        }

        [GeneratedRegex(@"\[([0-9]+)\]([0-9 ]*)")]
        private static partial Regex Form();
    }
}
