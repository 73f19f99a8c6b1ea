using System.Globalization;
using ChatSupport.BotApi.People;

namespace ChatSupport.EndToEnd.Desk.Storm;

/// <summary>A peer educator who takes what she is asked to, answers in the topics that she has, lets go, hands over, and deletes topics;
/// or a supervisor, who takes over what nobody took.</summary>
internal sealed class StormHelper(Worker she, int number, bool isSupervisor)
{
    private const string Head = "What you write here goes to her alone";
    private static readonly string[] takes = ["I take it", "I take over"];

    private readonly List<(string Mark, int Topic)> said = [];
    private int goneOn;

    public Worker She => she;

    /// <summary>What she wrote, and into which topic.</summary>
    public IReadOnlyList<(string Mark, int Topic)> Said => said;

    /// <summary>The topics that stand in her chat, newest head last.</summary>
    public IReadOnlyList<int> Topics => [.. Heads.Select(head => head.Topic!.Value).Distinct()];

    private IEnumerable<ScreenMessage> Heads => she.Screen.Where(message => message is { FromBot: true, Topic: not null } && message.Text.Contains(Head, StringComparison.Ordinal));

    /// <summary>She joins by her link, and is on where she takes chats.</summary>
    public async Task Joins(string secret, TimeSpan patience)
    {
        she.Sends("/start desk-" + secret);
        await she.WaitForText("Welcome to the helpers", patience);
        if (isSupervisor)
            return;
        await she.WaitFor(screen => screen.Any(message => message.Buttons.Any(button => button.Label == "I'm on")), patience, "she can say that she is on");
        she.Presses("I'm on");
        await she.WaitForText("We will ask you", patience);
    }

    /// <summary>She does something.</summary>
    public void Does(Random random)
    {
        switch (random.Next(40))
        {
            case 0:
                PressesOn(random, "I can't take this");
                break;
            case 1:
                PressesOn(random, "Hand over");
                break;
            case 2 when Topics is { Count: > 0 } topics:
                she.DeletesTopic(topics[random.Next(topics.Count)]);
                break;
            case < 12:
                Takes();
                break;
            default:
                Answers(random);
                break;
        }
    }

    /// <summary>She takes every chat that she is asked to take, and goes on where she paused.</summary>
    public void Takes()
    {
        var screen = she.Screen;
        foreach (var offer in screen)
        {
            if (offer.Buttons.FirstOrDefault(button => takes.Contains(button.Label)) is { } take)
                she.Presses(take.Label, offer);
        }
        if (screen.LastOrDefault(message => message.FromBot && message.Text.Contains("We paused you", StringComparison.Ordinal)) is { } pause && pause.Id > goneOn)
        {
            goneOn = pause.Id;
            she.Presses("I'm on");
        }
    }

    /// <summary>She writes into a topic.</summary>
    public void Answers(Random random)
    {
        if (Topics is not { Count: > 0 } topics)
            return;
        var topic = topics[random.Next(topics.Count)];
        var mark = string.Create(CultureInfo.InvariantCulture, $"h{number:00}n{said.Count:00}z");
        said.Add((mark, topic));
        she.Sends(mark, topic);
    }

    private void PressesOn(Random random, string label)
    {
        var heads = Heads.Where(head => head.Buttons.Any(button => button.Label == label)).ToList();
        if (heads.Count == 0)
            return;
        var head = heads[random.Next(heads.Count)];
        she.Presses(label, head);
        // Whom she hands it to is asked some time later; she presses whoever stands there from an earlier time.
        if (label == "Hand over" && she.Screen.LastOrDefault(message => message.Text.Contains("Hand over to whom?", StringComparison.Ordinal) && message.Buttons.Any()) is { } asked)
            she.Presses(asked.Buttons.First().Label, asked);
    }
}
