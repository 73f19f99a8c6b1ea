using ChatSupport.EndToEnd;

namespace ChatSupport.Benchmarks.Peers;

/// <summary>A folder for the stores of one run, beside the sources and so on a real disk: a temporary folder may lie in memory, where nothing has to wait.</summary>
internal sealed class ScratchFolder : IDisposable
{
    public ScratchFolder()
    {
        var parent = Directory.CreateDirectory(System.IO.Path.Combine(Repository.Top, "TestResults")).FullName;
        Path = Directory.CreateDirectory(System.IO.Path.Combine(parent, $"peers-{Environment.ProcessId}")).FullName;
    }

    public string Path { get; }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

/// <summary>A stand-in for each program.</summary>
internal sealed class StandIns : IDisposable
{
    private readonly List<BotStandIn> all = [];

    public BotStandIn Add(IEnumerable<Chat> chats, bool keepTexts = false)
    {
        all.Add(new BotStandIn(chats.ToDictionary(chat => chat.Id), keepTexts));
        return all[^1];
    }

    public void Dispose()
    {
        foreach (var one in all)
            one.Dispose();
    }
}
