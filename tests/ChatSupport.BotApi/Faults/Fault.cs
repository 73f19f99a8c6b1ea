using System.Text.Json.Nodes;
using ChatSupport.BotApi.Wire;

namespace ChatSupport.BotApi.Faults;

/// <summary>One thing that goes wrong with one call.</summary>
internal abstract record Fault
{
    /// <summary>The call waits this long, by the server's clock, and is then answered as always.</summary>
    public sealed record Delay(TimeSpan By) : Fault;

    /// <summary>429 with <c>retry_after</c>, for this call alone; see <see cref="FaultPlan.Flood"/> for all calls of some seconds.</summary>
    public sealed record TooMany(int RetryAfter) : Fault;

    /// <summary>500, nothing took effect.</summary>
    public sealed record ServerError : Fault;

    /// <summary>502 with a page of HTML, as a proxy gives it; nothing took effect.</summary>
    public sealed record BadGateway : Fault;

    /// <summary>The connection breaks before anything took effect.</summary>
    public sealed record CutBefore : Fault;

    /// <summary>The call takes effect, then the connection breaks: the bot cannot know.</summary>
    public sealed record CutAfter : Fault;

    /// <summary>The call takes effect, and its answer comes in small pieces over this time, by the server's clock.</summary>
    public sealed record SlowBody(TimeSpan Over) : Fault;

    /// <summary>At one point of the call something else happens, and the connection breaks once that is over: the program is killed there, for example.</summary>
    /// <param name="At">Where.</param>
    /// <param name="Sprung">What happens.</param>
    public sealed record Trap(TrapPoint At, Func<Task> Sprung) : Fault;

    /// <summary>A refusal in these words.</summary>
    public sealed record Refuse(int Code, string Description, JsonObject? Parameters = null) : Fault;

    /// <summary>The answer of a fault that has one of its own; null where the call runs all the same.</summary>
    public Answer? OwnAnswer() => this switch
    {
        TooMany few => Answer.Of(RefusedException.TooMany(few.RetryAfter)),
        ServerError => Answer.Of(new RefusedException(500, "Internal Server Error")),
        BadGateway => new Answer(502, "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n</body>\r\n</html>\r\n", "text/html"),
        Refuse words => Answer.Of(new RefusedException(words.Code, words.Description, words.Parameters)),
        CutBefore or Trap { At: TrapPoint.Before } => new Answer(0, ""),
        _ => null,
    };

    /// <summary>True where the call may have taken effect and the bot cannot know.</summary>
    public bool HidesAnswer => this is CutAfter or Trap { At: not TrapPoint.Before };
}

/// <summary>A point of a call.</summary>
internal enum TrapPoint
{
    /// <summary>The call came in whole and has no effect.</summary>
    Before,

    /// <summary>It took effect, and nothing of its answer was sent.</summary>
    After,

    /// <summary>It took effect, and half of its answer was sent.</summary>
    Midway,
}
