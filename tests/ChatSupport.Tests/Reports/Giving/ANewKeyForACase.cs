using ChatSupport.Reports.Giving;
using ChatSupport.Reports.Sealing;
using ChatSupport.Reports.Sealing.Age;
using ChatSupport.Reports.Sealing.Readers;
using ChatSupport.Reports.Work;
using ChatSupport.Staff.Roles;
using ChatSupport.Storage;
using ChatSupport.Tests.Reports.Work;

namespace ChatSupport.Tests.Reports.Giving;

/// <summary>Dara left: the cases that she could open get new keys, and nothing is written under the old ones any more.</summary>
public sealed class ANewKeyForACase : IAsyncDisposable
{
    private readonly CaseWorld world = new();
    private readonly AgeIdentity sopheapKey = AgeIdentity.New();
    private readonly AgeIdentity chanthyKey = AgeIdentity.New();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private NewKeyBook Book => world.Get<NewKeyBook>();

    public async ValueTask DisposeAsync()
    {
        sopheapKey.Dispose();
        chanthyKey.Dispose();
        await world.DisposeAsync();
    }

    [Fact]
    public async Task Is_made_for_who_may_have_the_case_now_and_takes_the_older_one_from_who_left()
    {
        var (sopheap, id) = await DaraLeft();
        Assert.Equal((1, 1), (world.Giving.Look(sopheap).NeedNewKey, world.Giving.Look(sopheap).OldConversations));
        Assert.Equal(1, Book.Count(sopheap));
        Assert.Equal(3, Grants(id).All.Count(line => line.Staff is "dara" or "sopheap" or "recovery" && line.Key.Purpose == CaseKeyId.Case));

        var next = Book.Next(sopheap, "");
        using var made = AgeIdentity.New();
        Assert.Equal((id, 2u), (next!.OfCase, next.Epoch));
        Assert.Equal(["chanthy", "recovery", "sopheap"], next.For.Select(reader => reader.Staff).Order(StringComparer.Ordinal)); // the supervisor as well
        Assert.Null((await Book.Keep(sopheap, id, For(next, made), Cancel)).Why);

        Assert.Null(Book.Next(sopheap, ""));
        Assert.Equal(0, Book.Count(sopheap));
        Assert.Equal((0, 1), (world.Giving.Look(sopheap).NeedNewKey, world.Giving.Look(sopheap).OldConversations)); // a conversation waits for its reporter
        Assert.Equal(made.Recipient.ToString(), world.Get<StoreReaders>().Read(store => (string)store["SELECT case_key FROM report_cases"].One()!));
        Assert.DoesNotContain(Grants(id).All, line => line.Staff == "dara" && line.Key.Purpose == CaseKeyId.Case);
        var opened = (await world.Sealed.Open(sopheap, id, Cancel)).Case!;
        Assert.Equal([1u, 2u], opened.Grants.Where(grant => grant.Purpose == CaseKeyId.Case).Select(grant => grant.Epoch)); // what was written before stays readable
        var grant = opened.Grants.Single(one => one.Epoch == 2);
        using var key = NewKey.Open(new KeyGrant(Guid.ParseExact(grant.Row, "n"), "sopheap", 1, grant.File), Purpose.CaseKey, Guid.ParseExact(id, "n"), 2, sopheapKey);
        Assert.Equal(made.Recipient, key.Recipient);
        Assert.Equal((world.AccountOf(sopheap), id, "key 2 of the case, for 3 readers; older ones taken from key 1 of dara"), world.Audit(KeyGiving.NewKey).Select(entry => (entry.Who, entry.Subject, entry.Detail)).Single());
    }

    [Fact]
    public async Task Nothing_is_written_under_the_old_key_once_it_stands()
    {
        var (sopheap, id) = await DaraLeft();
        Assert.Null((await world.Sealed.Write(sopheap, world.FromABrowser(id, Purpose.Note, "before"), Cancel)).Why);
        Assert.Equal(CaseRefusal.NotSealed, (await world.Sealed.Write(sopheap, world.FromABrowser(id, Purpose.Note, "too early", epoch: 2), Cancel)).Why);
        using var made = AgeIdentity.New();
        await Book.Keep(sopheap, id, For(Book.Next(sopheap, "")!, made), Cancel);

        Assert.Equal(CaseRefusal.OldKey, (await world.Sealed.Write(sopheap, world.FromABrowser(id, Purpose.Note, "late"), Cancel)).Why);
        Assert.Null((await world.Sealed.Write(sopheap, world.FromABrowser(id, Purpose.Note, "after", epoch: 2), Cancel)).Why);
        Assert.Null((await world.Sealed.Reply(sopheap, world.FromABrowser(id, Purpose.Message, "the conversation has its own"), Cancel)).Why);
    }

    [Fact]
    public async Task Is_refused_where_it_is_not_for_all_who_may_have_it_or_was_made_already()
    {
        var (sopheap, id) = await DaraLeft();
        var next = Book.Next(sopheap, "")!;
        using var made = AgeIdentity.New();
        var right = For(next, made);
        async Task<string?> Why(MadeKey key) => (await Book.Keep(sopheap, id, key, Cancel)).Why;

        Assert.Equal(CaseRefusal.KeysChanged, await Why(right with { Epoch = 1 }));
        Assert.Equal(CaseRefusal.KeysChanged, await Why(right with { For = [.. right.For.Skip(1)] }));
        Assert.Equal(CaseRefusal.KeysChanged, await Why(right with { For = [.. right.For, right.For[0] with { Staff = "dara" }] }));
        Assert.Equal(CaseRefusal.NotSealed, await Why(right with { For = [.. right.For, right.For[0]] }));
        Assert.Equal(CaseRefusal.NotSealed, await Why(right with { For = [right.For[0] with { File = made.ToText() }, .. right.For.Skip(1)] }));
        Assert.Equal(CaseRefusal.NotSealed, await Why(right with { Recipient = "age1nothing" }));
        Assert.Equal(1u, Grants(id).Newest(CaseKeyId.Case));
        Assert.Equal(CaseRefusal.NotThere, (await Book.Keep(await world.SignIn("Vanna", StaffRole.CaseWorker), id, right, Cancel)).Why);

        Assert.Null(await Why(right));
        Assert.Equal(CaseRefusal.KeysChanged, await Why(right));
        Assert.Single(world.Audit(KeyGiving.NewKey));
    }

    [Fact]
    public async Task Waits_where_no_case_worker_of_the_case_counts_and_keeps_no_other_case_from_its_own()
    {
        var (sopheap, _) = await DaraLeft();
        world.SignReaders(4, CaseWorld.Reader("dara", ReaderRole.Worker, world.DaraKey.Recipient, revoked: true), CaseWorld.Reader("recovery", ReaderRole.Recovery, world.Recovery.Recipient),
            CaseWorld.Reader("sopheap", ReaderRole.Worker, sopheapKey.Recipient, revoked: true));

        Assert.Null(Book.Next(sopheap, ""));
        Assert.Equal(1, Book.Count(sopheap));
    }

    [Fact]
    public async Task What_only_she_who_left_could_open_is_not_taken_away()
    {
        var (sopheap, id) = await DaraLeft(isGiven: false);
        using var made = AgeIdentity.New();

        Assert.Null((await Book.Keep(sopheap, id, For(Book.Next(sopheap, "")!, made), Cancel)).Why);

        Assert.Contains(Grants(id).All, line => line.Staff == "dara" && line.Key == new CaseKeyId(CaseKeyId.Case, 1)); // no case worker else has it
    }

    /// <summary>A report that was sealed to Dara is Sopheap's case, and Dara is revoked.</summary>
    private async Task<(string Sopheap, string Id)> DaraLeft(bool isGiven = true)
    {
        await world.Dara();
        await world.WithKey("Chanthy", chanthyKey, StaffRole.Supervisor);
        var sopheap = await world.WithKey("Sopheap", sopheapKey, StaffRole.CaseWorker);
        var (dara, recovery) = (CaseWorld.Reader("dara", ReaderRole.Worker, world.DaraKey.Recipient), CaseWorld.Reader("recovery", ReaderRole.Recovery, world.Recovery.Recipient));
        var both = new[] { CaseWorld.Reader("sopheap", ReaderRole.Worker, sopheapKey.Recipient), CaseWorld.Reader("chanthy", ReaderRole.Worker, chanthyKey.Recipient) };
        world.SignReaders(2, [dara, recovery, .. isGiven ? both[..1] : []]);
        var id = await world.Report();
        world.SignReaders(3, [dara with { Revoked = true }, recovery, .. both]);
        await world.Cases.Take(sopheap, id, Cancel);
        return (sopheap, id);
    }

    private CaseGrants Grants(string id) => world.Get<StoreReaders>().Read(store => GrantRows.Of(store, id));

    /// <summary>As a browser does it; the keys are taken from the signed list.</summary>
    private static MadeKey For(KeyToMake next, AgeIdentity made)
    {
        Assert.True(RootKey.TryParse(next.Root, out var root));
        var list = ReaderList.Read(next.List, root, out _)!;
        var readers = next.For.Select(one => list.All.Single(reader => reader.Staff == one.Staff && reader.Epoch == one.Epoch));
        var gifts = NewKey.Give(made, Purpose.CaseKey, Guid.ParseExact(next.OfCase, "n"), next.Epoch, readers);
        return new MadeKey(next.Epoch, made.Recipient.ToString(), [.. gifts.Select(gift => new KeyGift(gift.Staff, gift.ReaderEpoch, gift.Row.ToString("n"), gift.Sealed))]);
    }
}
