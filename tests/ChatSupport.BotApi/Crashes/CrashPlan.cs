using ChatSupport.BotApi.Faults;

namespace ChatSupport.BotApi.Crashes;

/// <summary>All that a crash run decides beforehand: who does what when, when the program dies, and what goes wrong with its calls.
/// The same seed gives the same plan; what a machine makes of it differs by milliseconds.</summary>
internal sealed record CrashPlan
{
    /// <summary>How long a program takes to serve, about: acts are spread over the start and the time after it.</summary>
    private static readonly TimeSpan Starting = TimeSpan.FromSeconds(1.5);

    private static readonly string[] Shows = ["sendMessage", "editMessageText"];

    public required int Seed { get; init; }

    /// <summary>How many chats there are.</summary>
    public required int Chats { get; init; }

    /// <summary>From start to kill, one after another. The last one is not killed.</summary>
    public required IReadOnlyList<Life> Lives { get; init; }

    /// <summary>The share of calls that go wrong.</summary>
    public double FaultShare { get; init; } = 0.06;

    /// <summary>The share of updates that are delivered twice.</summary>
    public double RepeatedShare { get; init; } = 0.05;

    /// <summary>What goes wrong with a call.</summary>
    public static IReadOnlyList<Fault> Faults { get; } =
    [
        new Fault.Delay(TimeSpan.FromSeconds(1)), new Fault.TooMany(1), new Fault.ServerError(), new Fault.BadGateway(),
        new Fault.CutBefore(), new Fault.CutAfter(), new Fault.CutAfter(), new Fault.SlowBody(TimeSpan.FromSeconds(1)),
    ];

    /// <summary>Draws a plan.</summary>
    /// <param name="seed">What it follows from.</param>
    /// <param name="polls">The program asks for updates, so that it can also be killed in the middle of their answer.</param>
    /// <param name="kills">How many kills.</param>
    /// <param name="chats">How many chats.</param>
    /// <param name="acts">How often each chat does something before the last kill. After it each does something once more.</param>
    public static CrashPlan Draw(int seed, bool polls, int kills = 24, int chats = 200, int acts = 14)
    {
        var random = new Random(seed);
        var deaths = Deaths(random, kills, polls);
        var places = new List<(double Place, Act Act)>();
        for (var chat = 0; chat < chats; chat++)
            places.AddRange(DrawActs(random, chat, acts, kills));
        var lives = deaths.Select((death, life) => new Life(death, [.. In(places, life, death.After)])).ToList();
        lives.Add(new Life(new Death.None(), [.. Enumerable.Range(0, chats).Select(chat => new Act(chat, TimeSpan.Zero, Doing.Counts))]));
        return new CrashPlan { Seed = seed, Chats = chats, Lives = lives };
    }

    /// <summary>Draws how lives end, every kind in turn and then mixed.</summary>
    public static Death[] Deaths(Random random, int kills, bool polls)
    {
        var deaths = Enumerable.Range(0, kills).Select(n => DrawDeath(random, n, polls)).ToArray();
        random.Shuffle(deaths);
        return deaths;
    }

    /// <summary>All kinds in turn, so that none is missing by chance: at any moment, and where it hurts.</summary>
    private static Death DrawDeath(Random random, int n, bool polls) => (n % 12) switch
    {
        0 or 1 => new Death.Starting(TimeSpan.FromSeconds(1.6 * random.NextDouble())),
        2 or 3 or 4 => new Death.Serving(Starting, TimeSpan.FromSeconds(1.5 * random.NextDouble() * random.NextDouble())),
        5 or 6 => Calling(random, TrapPoint.Before, 40, Shows), // committed, not sent
        7 or 8 => Calling(random, TrapPoint.After, 40, Shows), // sent, not marked
        9 => Calling(random, TrapPoint.Midway, 40, Shows),
        10 when polls => Calling(random, TrapPoint.Midway, 4, "getUpdates"), // half of a batch
        11 when polls => Calling(random, TrapPoint.Before, 6, "getUpdates"), // taken, not confirmed
        _ => Calling(random, TrapPoint.After, 20, "deleteMessages"),
    };

    private static Death.Calling Calling(Random random, TrapPoint at, int most, params string[] methods) =>
        new(Starting, at, random.Next(1, most + 1), methods);

    /// <summary>One chat's acts, in order, at places from 0 to the number of kills. A third follow at once upon the one before.</summary>
    private static IEnumerable<(double Place, Act Act)> DrawActs(Random random, int chat, int acts, int kills)
    {
        var places = Enumerable.Range(0, acts).Select(_ => random.NextDouble() * kills).Order().ToArray();
        for (var n = 0; n < acts; n++)
        {
            if (n > 0 && random.NextDouble() < 1 / 3.0)
                places[n] = places[n - 1];
            var doing = n == 0 ? Doing.Begins : n == 1 ? Doing.Agrees : random.NextDouble() < 0.25 ? Doing.Presses : Doing.Counts;
            yield return (places[n], new Act(chat, TimeSpan.Zero, doing));
        }
    }

    private static IEnumerable<Act> In(List<(double Place, Act Act)> places, int life, TimeSpan length) => places
        .Where(one => (int)one.Place == life)
        .OrderBy(one => one.Place) // stable: the acts of one chat keep their order
        .Select(one => one.Act with { At = length * (one.Place - life) });
}

/// <summary>From a start of the program to its end.</summary>
/// <param name="Death">How it ends.</param>
/// <param name="Acts">What the people do meanwhile, in order of time.</param>
internal sealed record Life(Death Death, IReadOnlyList<Act> Acts);

/// <summary>How a life of the program ends.</summary>
internal abstract record Death
{
    /// <summary>How long the life is, about.</summary>
    public abstract TimeSpan After { get; }

    /// <summary>Killed while it starts, or just after.</summary>
    /// <param name="After">From the start of the process.</param>
    public sealed record Starting(TimeSpan After) : Death
    {
        public override TimeSpan After { get; } = After;
    }

    /// <summary>Killed some time after it began to serve.</summary>
    /// <param name="Start">How long it takes to start, about.</param>
    /// <param name="Served">From the moment it was ready.</param>
    public sealed record Serving(TimeSpan Start, TimeSpan Served) : Death
    {
        public override TimeSpan After => Start + Served;
    }

    /// <summary>Killed at a point of a call of its own.</summary>
    /// <param name="Start">How long it takes to start, about.</param>
    /// <param name="At">At which point of the call.</param>
    /// <param name="Nth">Which call of the life.</param>
    /// <param name="Methods">The methods that count.</param>
    public sealed record Calling(TimeSpan Start, TrapPoint At, int Nth, string[] Methods) : Death
    {
        public override TimeSpan After => Start + TimeSpan.FromSeconds(0.5);
    }

    /// <summary>It is not killed.</summary>
    public sealed record None : Death
    {
        public override TimeSpan After => TimeSpan.Zero;
    }
}

/// <summary>Something that a person does: one update.</summary>
/// <param name="Chat">Which person, from 0.</param>
/// <param name="At">When, from the start of the life.</param>
/// <param name="Doing">What.</param>
internal sealed record Act(int Chat, TimeSpan At, Doing Doing);

/// <summary>What a person does.</summary>
internal enum Doing
{
    /// <summary>She sends <c>/start</c>.</summary>
    Begins,

    /// <summary>She agrees.</summary>
    Agrees,

    /// <summary>She types a number that she did not type before.</summary>
    Counts,

    /// <summary>She presses the button that counts for her; where none is on her screen, she types a number.</summary>
    Presses,
}
