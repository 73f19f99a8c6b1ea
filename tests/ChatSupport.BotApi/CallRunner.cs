using ChatSupport.BotApi.Chats;
using ChatSupport.BotApi.Faults;
using ChatSupport.BotApi.Methods;
using ChatSupport.BotApi.People;
using ChatSupport.BotApi.Updates;
using ChatSupport.BotApi.Wire;

namespace ChatSupport.BotApi;

/// <summary>Runs a call to its answer and notes it, with what the fault plan has for it.</summary>
internal sealed class CallRunner(World world, CallBook book, FaultPlan faults, LongPoll poll)
{
    private readonly RateLimits limits = new(world);

    /// <summary>Runs the call.</summary>
    /// <returns>The answer, and the fault that the way back must still show: a cut or a slow body.</returns>
    public async Task<(Answer Answer, Fault? Fault)> Run(Call call, CancellationToken cancel)
    {
        long? chat;
        Fault? fault;
        DateTimeOffset came;
        lock (world.Gate)
        {
            chat = call.Number("chat_id") ?? world.Presses.ChatOf(call.Text("callback_query_id"));
            fault = faults.For(call, chat);
            came = world.Now;
        }
        if (fault is Fault.Delay delay)
            await Task.Delay(delay.By, world.Time, cancel);
        if (fault is Fault.Trap { At: TrapPoint.Before } trap)
            await trap.Sprung();
        if (fault?.OwnAnswer() is { } own)
        {
            lock (world.Gate)
                Note(call, chat, own, fault, came);
            return (own, fault);
        }
        var answer = call.Method == "getUpdates" ? await RunPoll(call, fault, cancel) : RunAtOnce(call, chat, fault, came);
        return (answer, fault);
    }

    /// <summary>Runs a call that came in the answer of a webhook: nobody hears its result.</summary>
    public void RunUnheard(Call call) => RunAtOnce(call, call.Number("chat_id"), null, world.Now);

    private Answer RunAtOnce(Call call, long? chat, Fault? fault, DateTimeOffset came)
    {
        lock (world.Gate)
        {
            var answer = RunUnderGate(call, chat);
            Note(call, chat, answer, fault, came);
            return answer;
        }
    }

    private Answer RunUnderGate(Call call, long? chat)
    {
        try
        {
            if (!MethodTable.TryFind(call.Method, out var run))
                throw new RefusedException(404, "Not Found: method not found");
            limits.Take(call, chat);
            return Answer.Of(run(world, call), call.Remark);
        }
        catch (RefusedException refused)
        {
            return Answer.Of(refused);
        }
    }

    private async Task<Answer> RunPoll(Call call, Fault? fault, CancellationToken cancel)
    {
        Answer answer;
        try
        {
            answer = Answer.Of(await poll.Poll(call, cancel));
        }
        catch (RefusedException refused)
        {
            answer = Answer.Of(refused);
        }
        lock (world.Gate)
            Note(call, null, answer, fault, world.Now);
        return answer;
    }

    private void Note(Call call, long? chat, Answer answer, Fault? fault, DateTimeOffset came) => book.Note(
        new RecordedCall(call.Method, chat, world.Options.Records ? call.ToJson() : [], answer.Status, answer.Body, world.Now) { Fault = fault, Came = came });
}
