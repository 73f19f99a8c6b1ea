using System.Text;
using ChatSupport.Content;
using ChatSupport.Content.Drafts;
using ChatSupport.Dialogs.Reading;
using ChatSupport.Dialogs.Writing;
using ChatSupport.Hosting;
using ChatSupport.Places;
using ChatSupport.Staff;
using ChatSupport.Staff.Accounts;
using ChatSupport.Staff.Audit;
using ChatSupport.Staff.Roles;
using ChatSupport.Tests.Conversations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ChatSupport.Tests.Content.Drafts;

/// <summary>The content editor over a real file: the shipped dialogs as revision 1, a folder beside it, and staff of any role.</summary>
internal sealed class DraftHost : IAsyncDisposable
{
    public const string Hours = "rights/hours.yaml";
    public const string Pay = "rights/wages.yaml";
    public static readonly TextPlace Says = new(TextKind.Text, "start");
    public static readonly TextPlace SaysToday = new(TextKind.Text, "today");

    /// <summary>Without the recordings, and with the talks of one dialog only, so that playing them takes no time.</summary>
    private static readonly ContentFile[] shipped =
        [.. ContentFolder.Read(ContentFolder.Find(AppContext.BaseDirectory)!).Where(file => file.Path.EndsWith(".yaml", StringComparison.Ordinal) || file.Path == "rights/hours.talk")];

    private readonly StoreHost store;

    private DraftHost(params (string Name, string Value)[] settings) => store = new StoreHost(also: services =>
    {
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(one => one.Name, one => (string?)one.Value)).Build());
        services.AddRevisions().AddAccounts().AddContentDesk().AddPlaceDesk().AddPlacesToDrafts();
    });

    public DraftBook Book => Get<DraftBook>();

    public PublishBook Publishing => Get<PublishBook>();

    public string Dialogs => Path.Combine(store.Folder, "dialogs");

    public StoreHost Store => store;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<DraftHost> Start(params (string Name, string Value)[] settings)
    {
        var host = new DraftHost(settings);
        Directory.CreateDirectory(host.Dialogs);
        await ContentFolder.Write(host.Dialogs, shipped, Cancel);
        await host.PublishOutside();
        return host;
    }

    public T Get<T>() where T : notnull => store.Get<T>();

    /// <summary>A person with these roles, signed in.</summary>
    /// <returns>Her session.</returns>
    public async Task<string> SignIn(string name, params StaffRole[] roles)
    {
        var account = new StaffAccount { Id = AccountRows.NewId(), Name = name, Roles = roles, Stamp = AccountRows.NewId(), MadeAt = store.Time.GetUtcNow() };
        await store.Writer.Write(session =>
        {
            Get<AccountRows>().Add(session, account);
            return true;
        }, Cancel);
        return (await Get<Sessions>().Begin(account.Id, account.Stamp, "test", "test", Cancel))!;
    }

    public Task<string> Editor(string name) => SignIn(name, StaffRole.Editor);

    public string IdOf(string session) => Get<Sessions>().Use(session)!.Id;

    /// <summary>Publishes the folder as <c>dialogs publish</c> does, past the console.</summary>
    public async Task PublishOutside()
    {
        var outcome = await Get<ChatSupport.Content.Publishing>().Publish(ContentFolder.Read(Dialogs), "outside", "", Cancel);
        var published = Assert.IsType<PublishOutcome.Published>(outcome);
        Get<LiveRevision>().Replace(published.Number, published.Reading);
    }

    public Task<Workspace> Look() => Get<Workspaces>().Now();

    public async Task<string> TextOf(string path) => Encoding.UTF8.GetString((await Look()).Find(path)!.Bytes.Span);

    public async Task<string?> Text(string path, TextPlace place, string language = "en") =>
        TextPlaces.Of((await Look()).Find(path)!).First(text => text.Place == place).Texts.Exactly(language);

    /// <summary>Changes a text from what it says now.</summary>
    public async Task<EditOutcome> Rewrite(string session, string text, string path = Hours, string language = "en") =>
        await Book.SetText(session, path, Says, language, await Text(path, Says, language), text, Cancel);

    public Task<EditOutcome> SetText(string session, TextPlace place, string? was, string? text, string path = Hours, string language = "en") =>
        Book.SetText(session, path, place, language, was, text, Cancel);

    public async Task<PublishAnswer> Publish(string session, string why = "Because") => await Publishing.Publish(session, await Publishing.Plan(session), why, Cancel);

    public string InFolder(string path) => File.ReadAllText(Path.Combine(Dialogs, path));

    public void Write(string path, string text)
    {
        var target = Path.Combine(Dialogs, path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.WriteAllText(target, text);
    }

    public IReadOnlyList<AuditEntry> Audit(string act) => [.. Get<AuditTrail>().All(new AuditFilter(Act: act))];

    public ValueTask DisposeAsync() => store.DisposeAsync();
}
