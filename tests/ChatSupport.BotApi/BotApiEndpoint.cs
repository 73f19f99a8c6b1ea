using System.Text;
using ChatSupport.BotApi.Chats;
using ChatSupport.BotApi.Faults;
using ChatSupport.BotApi.Methods;
using ChatSupport.BotApi.Wire;

namespace ChatSupport.BotApi;

/// <summary>What arrives over HTTP: calls of methods and downloads of files.</summary>
internal sealed class BotApiEndpoint(World world, CallBook book, CallRunner runner, CancellationToken stopping)
{
    private const int SlowPieces = 8;
    private int inHand;

    /// <summary>Requests that came in and are not answered yet.</summary>
    public int InHand => Volatile.Read(ref inHand);

    /// <summary>Answers every request that comes in.</summary>
    public async Task Receive(HttpContext http)
    {
        Interlocked.Increment(ref inHand);
        try
        {
            await Route(http);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            http.Abort(); // the bot went away, or the server stops
        }
        finally
        {
            Interlocked.Decrement(ref inHand);
        }
    }

    private Task Route(HttpContext http)
    {
        if (!BotPath.TryParse(http.Request.Path.Value ?? "", out var path))
            return Write(http, Refused(404, "Not Found"));
        if (!string.Equals(path.Token, world.Options.Token, StringComparison.Ordinal))
            return Write(http, Refused(401, "Unauthorized"));
        return path.IsFile ? Download(http, path.Rest) : Answer(http, MethodTable.Spelling(path.Rest));
    }

    private async Task Answer(HttpContext http, string method)
    {
        book.Count(method);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
        Call call;
        try
        {
            call = await CallReader.Read(http.Request, method, either.Token);
        }
        catch (RefusedException refused)
        {
            await Write(http, Wire.Answer.Of(refused));
            return;
        }
        var (answer, fault) = await runner.Run(call, either.Token);
        if (fault is Fault.Trap { At: not TrapPoint.Before } trap)
            await Spring(http, answer, trap);
        else if (fault is Fault.CutBefore or Fault.CutAfter or Fault.Trap)
            http.Abort();
        else if (fault is Fault.SlowBody slow)
            await WriteSlowly(http, answer, slow.Over / SlowPieces);
        else
            await Write(http, answer);
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

    private async Task WriteSlowly(HttpContext http, Answer answer, TimeSpan pause)
    {
        http.Response.StatusCode = answer.Status;
        http.Response.ContentType = answer.ContentType;
        foreach (var piece in Encoding.UTF8.GetBytes(answer.Body).Chunk((answer.Body.Length / SlowPieces) + 1))
        {
            await http.Response.Body.WriteAsync(piece, http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
            await Task.Delay(pause, world.Time, http.RequestAborted);
        }
    }

    private static async Task Spring(HttpContext http, Answer answer, Fault.Trap trap)
    {
        if (trap.At == TrapPoint.Midway)
        {
            http.Response.ContentType = answer.ContentType;
            http.Response.ContentLength = Encoding.UTF8.GetByteCount(answer.Body);
            await http.Response.WriteAsync(answer.Body[..(answer.Body.Length / 2)], http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
        }
        await trap.Sprung();
        http.Abort();
    }

    private static Answer Refused(int code, string description) => Wire.Answer.Of(new RefusedException(code, description));

    private static async Task Write(HttpContext http, Answer answer)
    {
        http.Response.StatusCode = answer.Status;
        http.Response.ContentType = answer.ContentType;
        http.Response.ContentLength = Encoding.UTF8.GetByteCount(answer.Body); // as the real service does; some clients are confused by chunks
        await http.Response.WriteAsync(answer.Body, http.RequestAborted);
    }
}
