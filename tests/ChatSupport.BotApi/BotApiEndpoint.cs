using ChatSupport.BotApi.Chats;
using ChatSupport.BotApi.Methods;
using ChatSupport.BotApi.People;
using ChatSupport.BotApi.Updates;
using ChatSupport.BotApi.Wire;

namespace ChatSupport.BotApi;

/// <summary>What arrives over HTTP: calls of methods and downloads of files.</summary>
internal sealed class BotApiEndpoint(World world, CallBook book) : IDisposable
{
    private readonly LongPoll poll = new(world);
    private readonly CancellationTokenSource stopping = new();

    /// <summary>Ends the polls that wait.</summary>
    public void Stop() => stopping.Cancel();

    public void Dispose() => stopping.Dispose();

    /// <summary>Answers every request that comes in.</summary>
    public async Task Receive(HttpContext http)
    {
        if (!BotPath.TryParse(http.Request.Path.Value ?? "", out var path))
            await Write(http, Refused(404, "Not Found"));
        else if (!string.Equals(path.Token, world.Options.Token, StringComparison.Ordinal))
            await Write(http, Refused(401, "Unauthorized"));
        else if (path.IsFile)
            await Download(http, path.Rest);
        else
            await Answer(http, MethodTable.Spelling(path.Rest));
    }

    private async Task Answer(HttpContext http, string method)
    {
        book.Count(method);
        Call call;
        try
        {
            call = await CallReader.Read(http.Request, method, http.RequestAborted);
        }
        catch (RefusedException refused)
        {
            await Write(http, Wire.Answer.Of(refused));
            return;
        }
        await Write(http, await Run(call, http.RequestAborted));
    }

    private async Task Download(HttpContext http, string path)
    {
        StoredFile? file;
        lock (world.Gate)
            world.Files.TryFindByPath(path, out file);
        if (file is null)
        {
            await Write(http, Refused(404, "Not Found"));
            return;
        }
        http.Response.ContentType = "application/octet-stream";
        http.Response.ContentLength = file.Bytes.Length;
        await http.Response.Body.WriteAsync(file.Bytes, http.RequestAborted);
    }

    private async Task<Answer> Run(Call call, CancellationToken aborted)
    {
        if (string.Equals(call.Method, "getUpdates", StringComparison.OrdinalIgnoreCase))
            return await RunPoll(call, aborted);
        lock (world.Gate)
        {
            var chatId = call.Number("chat_id") ?? world.Presses.ChatOf(call.Text("callback_query_id"));
            var answer = RunNow(call);
            book.Note(new RecordedCall(call.Method, chatId, call.ToJson(), answer.Status, answer.Body, world.Now));
            return answer;
        }
    }

    private Answer RunNow(Call call)
    {
        try
        {
            return MethodTable.TryFind(call.Method, out var run)
                ? Wire.Answer.Of(run(world, call))
                : throw new RefusedException(404, "Not Found: method not found");
        }
        catch (RefusedException refused)
        {
            return Wire.Answer.Of(refused);
        }
    }

    private async Task<Answer> RunPoll(Call call, CancellationToken aborted)
    {
        Answer answer;
        try
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(aborted, stopping.Token);
            answer = Wire.Answer.Of(await poll.Poll(call, () => false, either.Token));
        }
        catch (RefusedException refused)
        {
            answer = Wire.Answer.Of(refused);
        }
        lock (world.Gate)
            book.Note(new RecordedCall("getUpdates", null, call.ToJson(), answer.Status, answer.Body, world.Now));
        return answer;
    }

    private static Answer Refused(int code, string description) => Wire.Answer.Of(new RefusedException(code, description));

    private static async Task Write(HttpContext http, Answer answer)
    {
        http.Response.StatusCode = answer.Status;
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(answer.Body, http.RequestAborted);
    }
}
