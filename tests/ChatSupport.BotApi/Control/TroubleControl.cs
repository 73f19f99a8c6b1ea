using System.Text.Json.Nodes;
using ChatSupport.BotApi.Faults;

namespace ChatSupport.BotApi.Control;

/// <summary>Faults, floods, repeated updates and the clock over HTTP.</summary>
internal sealed class TroubleControl(BotApiServer server)
{
    public JsonNode? Obey(Order order)
    {
        switch (order.Part(0))
        {
            case "faults" when order.Part(1) == "clear":
                server.Faults.Clear();
                return true;
            case "faults":
                server.Faults.Next(Fault(order, order.Text("kind")), (int)order.Number("times", 1), order.TextOrNull("method"), order.NumberOrNull("chat"));
                return true;
            case "flood":
                server.Faults.Flood((int)order.Number("seconds", 1), order.NumberOrNull("chat"));
                return true;
            case "random-faults":
                var kinds = order.Body["kinds"] as JsonArray ?? throw new KeyNotFoundException("The field 'kinds' is missing.");
                server.Faults.Random((int)order.Number("seed", 1), order.Fraction("share", 0.1), [.. kinds.Select(kind => Fault(order, kind!.ToString()))]);
                return true;
            case "repeat" when order.NumberOrNull("update_id") is { } id:
                server.Repeats(id);
                return true;
            case "repeat":
                server.Faults.RepeatUpdates((int)order.Number("seed", 1), order.Fraction("share", 0.1));
                return true;
            case "clock":
                if (order.NumberOrNull("speed") is { } speed)
                    server.Clock.Run(speed);
                server.Clock.Advance(TimeSpan.FromSeconds(order.Fraction("advance_seconds", 0)));
                return server.Clock.GetUtcNow().ToString("O");
            default:
                return null;
        }
    }

    private static Fault Fault(Order order, string kind) => kind switch
    {
        "delay" => new Fault.Delay(TimeSpan.FromSeconds(order.Fraction("seconds", 1))),
        "too_many" => new Fault.TooMany((int)order.Number("seconds", 1)),
        "server_error" => new Fault.ServerError(),
        "bad_gateway" => new Fault.BadGateway(),
        "cut_before" => new Fault.CutBefore(),
        "cut_after" => new Fault.CutAfter(),
        "slow_body" => new Fault.SlowBody(TimeSpan.FromSeconds(order.Fraction("seconds", 1))),
        _ => throw new ArgumentException($"There is no fault '{kind}'. There are: delay, too_many, server_error, bad_gateway, cut_before, cut_after, slow_body."),
    };
}
