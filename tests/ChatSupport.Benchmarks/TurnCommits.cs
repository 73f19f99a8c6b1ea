using System.Globalization;
using BenchmarkDotNet.Attributes;
using ChatSupport.Benchmarks.Peers;
using ChatSupport.Conversations;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Running;
using ChatSupport.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace ChatSupport.Benchmarks;

/// <summary>Making a turn durable: its inbound id, its state, its address and one message, sealed, in a commit that waits for the disk.</summary>
public class TurnCommits
{
    private readonly DialogState place = new() { Screen = ScreenId.Of("home"), Language = "km", Channel = "tg" };
    private IDisposable[] opened = []; // the database first, then its folder
    private TurnStore store = null!;
    private long version;

    /// <summary>How many conversations commit at the same time. They share one wait for the disk.</summary>
    [Params(1, 32)]
    public int AtOnce { get; set; }

    /// <summary>Makes an empty database on a real disk.</summary>
    [GlobalSetup]
    public void Open()
    {
        var folder = new ScratchFolder();
        var collection = new ServiceCollection();
        collection.AddLogging().AddMetrics();
        collection.AddSingleton(TimeProvider.System);
        collection.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        collection.AddSingleton<IHostEnvironment>(new Here(folder.Path));
        collection.AddConversationStore();
        var services = collection.BuildServiceProvider();
        opened = [services, folder];
        services.GetRequiredService<DatabaseStart>().Prepare();
        store = services.GetRequiredService<TurnStore>();
    }

    /// <summary>Removes it.</summary>
    [GlobalCleanup]
    public void Close()
    {
        foreach (var one in opened)
            one.Dispose();
    }

    /// <summary>One turn of each conversation.</summary>
    [Benchmark]
    public Task Commit()
    {
        version++;
        return Task.WhenAll(Enumerable.Range(0, AtOnce).Select(Commit));
    }

    private Task<Receipt> Commit(int conversation) => store.Commit(
        new Inbound
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"tg:4242:{conversation}-{version}"),
            Conversation = string.Create(CultureInfo.InvariantCulture, $"tg:{conversation:x32}"),
            Address = "4711",
            Event = new InboundEvent.Did(new Input.Text("1")),
            ArrivedAt = TimeProvider.System.GetUtcNow(),
        },
        new Turn
        {
            Next = new ConversationState { Version = version, Lifecycle = LifecycleState.Dialog, Dialog = place, LastTurnAt = TimeProvider.System.GetUtcNow() },
            Out = [new OutboundBody.Show(new Reply.Menu { Screen = place.Screen, Language = "km", Text = "តើអ្នកចង់ដឹងអំពីអ្វី?" }, Replaces: true)],
        },
        CancellationToken.None);

    private sealed class Here(string folder) : IHostEnvironment
    {
        public string ApplicationName { get; set; } = "chatsupport";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();

        public string ContentRootPath { get; set; } = folder;

        public string EnvironmentName { get; set; } = "Development";
    }
}
