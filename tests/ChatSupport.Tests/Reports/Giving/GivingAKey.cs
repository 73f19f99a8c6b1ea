using ChatSupport.Reports.Giving;
using ChatSupport.Reports.Sealing;
using ChatSupport.Reports.Sealing.Age;
using ChatSupport.Reports.Sealing.Readers;
using ChatSupport.Reports.Work;
using ChatSupport.Staff.Roles;
using ChatSupport.Tests.Reports.Work;

namespace ChatSupport.Tests.Reports.Giving;

/// <summary>Sopheap came after the reports were sent: what a colleague's browser seals anew to her is taken, and nothing else is.</summary>
public sealed class GivingAKey : IAsyncDisposable
{
    private readonly CaseWorld world = new();
    private readonly AgeIdentity sopheapKey = AgeIdentity.New();
    private readonly Queue<string> earlier = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        sopheapKey.Dispose();
        await world.DisposeAsync();
    }

    [Fact]
    public async Task Who_has_it_gives_it_case_by_case_and_goes_on_where_it_stopped()
    {
        var (dara, sopheap) = await BothWithKeys();
        var ids = new[] { await Taken(sopheap), await Taken(sopheap), await Taken(sopheap) }.Order(StringComparer.Ordinal).ToList();
        Assert.Equal(["Dara"], await world.Giving.Givers(sopheap, ids[0], Cancel));
        Assert.Equal((3, 3, 3), Line(dara, "sopheap"));
        Assert.Equal((3, 3, 0), Line(sopheap, "sopheap"));
        Assert.Null(world.Giving.Begin(dara, "sopheap").Why);

        Assert.Null((await Gives(dara, ids[0])).Why);
        Assert.Equal((2, 2, 2), Line(dara, "sopheap")); // what she gave, and is another's, is her business no more
        var next = world.Giving.Next(dara, "sopheap", "");

        Assert.Equal(ids[1], next!.OfCase);
        Assert.Equal(ids[2], world.Giving.Next(dara, "sopheap", ids[1])!.OfCase);
        Assert.Null(world.Giving.Next(dara, "sopheap", ids[2]));
        Assert.Null(await world.Giving.Givers(sopheap, ids[0], Cancel));
        Opens(sopheap, (await world.Sealed.Open(sopheap, ids[0], Cancel)).Case!);
        Assert.Equal((world.AccountOf(dara), ids[0], "to key 1 of sopheap"), world.Audit(KeyGiving.Given).Select(entry => (entry.Who, entry.Subject, entry.Detail)).Single());
    }

    [Fact]
    public async Task The_same_once_more_changes_nothing()
    {
        var (dara, sopheap) = await BothWithKeys();
        var id = await Taken(sopheap);
        await Gives(dara, id);
        var before = world.Count("report_grants");

        Assert.Null((await Gives(dara, id, always: true)).Why);

        Assert.Equal(before, world.Count("report_grants"));
        Assert.Single(world.Audit(KeyGiving.Given));
    }

    [Fact]
    public async Task What_does_not_open_is_taken_away_by_her_alone_and_given_anew_as_long_as_another_has_it()
    {
        var (dara, sopheap) = await BothWithKeys();
        var id = await Taken(sopheap);
        using var nobodys = AgeIdentity.New();
        await Gives(dara, id, sealedTo: nobodys);
        var rows = world.Get<OwnKeysBook>().Next(sopheap, "")!.Keys.Select(key => key.Row).ToList();

        Assert.Equal(CaseRefusal.NotThere, (await world.Get<OwnKeysBook>().TakeBack(dara, id, rows, Cancel)).Why);
        Assert.Null((await world.Get<OwnKeysBook>().TakeBack(sopheap, id, rows, Cancel)).Why);
        Assert.Equal("2 keys given to key 1 of sopheap do not open", Assert.Single(world.Audit("report.key-closed")).Detail);
        Assert.Null((await Gives(dara, id)).Why);
        Opens(sopheap, (await world.Sealed.Open(sopheap, id, Cancel)).Case!);

        world.SignReaders(3, Dara with { Revoked = true }, Sopheap, Recovery with { Revoked = true });
        rows = [.. world.Get<OwnKeysBook>().Next(sopheap, "")!.Keys.Select(key => key.Row)];
        Assert.Equal(CaseRefusal.NobodyElseHasIt, (await world.Get<OwnKeysBook>().TakeBack(sopheap, id, rows, Cancel)).Why);
    }

    [Fact]
    public async Task What_is_not_as_it_must_be_is_refused_and_nothing_of_it_is_kept()
    {
        var (dara, sopheap) = await BothWithKeys();
        var (hers, anothers) = (await Taken(sopheap), await Taken(dara));
        var before = world.Count("report_grants");
        var key = new GivenKey(new CaseKeyId(CaseKeyId.Case, 1), Guid.NewGuid().ToString("n"), AgeFile.Seal(new byte[1024], [sopheapKey.Recipient]));
        async Task<string?> Why(string? id, string to, uint epoch, params GivenKey[] keys) => (await world.Giving.Give(dara, id, to, epoch, keys, Cancel)).Why;

        Assert.Equal(CaseRefusal.NotSealed, await Why(hers, "sopheap", 1));
        Assert.Equal(CaseRefusal.NotSealed, await Why(hers, "sopheap", 1, key with { File = [.. new byte[1500]] }));
        Assert.Equal(CaseRefusal.NotSealed, await Why(hers, "sopheap", 1, key with { File = AgeFile.Seal(new byte[4096], [sopheapKey.Recipient]) }));
        Assert.Equal(CaseRefusal.NotSealed, await Why(hers, "sopheap", 1, key with { File = AgeFile.Seal(new byte[1024], [sopheapKey.Recipient, world.DaraKey.Recipient]) }));
        Assert.Equal(CaseRefusal.NotSealed, await Why(hers, "sopheap", 1, key with { Row = "' OR 1" }));
        Assert.Equal(CaseRefusal.NotThere, await Why(hers, "sopheap", 1, key with { Key = new CaseKeyId(CaseKeyId.Case, 2) })); // she has none such to give
        Assert.Equal(CaseRefusal.NoReader, await Why(hers, "sopheap", 2, key));
        Assert.Equal(CaseRefusal.NotHerCase, await Why(anothers, "sopheap", 1, key));
        Assert.Equal(CaseRefusal.NotThere, await Why(hers, "nobody", 1, key));
        Assert.Equal(CaseRefusal.NotThere, await Why("0123456789abcdef0123456789abcdef", "sopheap", 1, key));
        Assert.Equal(CaseRefusal.NotThere, (await world.Giving.Give(sopheap, hers, "dara", 1, [key], Cancel)).Why); // she was given none herself
        world.SignReaders(3, Dara, CaseWorld.Reader("sopheap", ReaderRole.Worker, sopheapKey.Recipient, revoked: true), Recovery);
        Assert.Equal(CaseRefusal.NotThere, await Why(hers, "sopheap", 1, key)); // she counts no more

        Assert.Equal(before, world.Count("report_grants"));
        Assert.Empty(world.Audit(KeyGiving.Given));
        Assert.NotEmpty(world.Audit(CaseGate.Denied));
    }

    [Fact]
    public async Task Who_knows_somebody_in_a_case_gives_and_is_given_nothing_of_it()
    {
        var (dara, sopheap) = await BothWithKeys();
        var (one, other) = (earlier.Dequeue(), earlier.Dequeue());
        await Taken(dara);
        await world.Cases.Know(dara, one, Cancel);
        await world.Cases.Know(sopheap, other, Cancel);

        Assert.Null(world.Giving.Next(dara, "sopheap", ""));
        Assert.Equal((0, 0, 0), Line(dara, "sopheap"));
        Assert.Null(await world.Giving.Givers(sopheap, other, Cancel));
    }

    [Fact]
    public async Task Nobody_who_can_give_it_leaves_the_recovery_holders_and_a_case_that_is_not_hers_nobody_at_all()
    {
        var (dara, sopheap) = await BothWithKeys();
        var (hers, anothers) = (await Taken(sopheap), await Taken(dara));
        world.SignReaders(3, CaseWorld.Reader("dara", ReaderRole.Worker, world.DaraKey.Recipient, revoked: true), Sopheap, Recovery);

        Assert.Equal([], await world.Giving.Givers(sopheap, hers, Cancel));
        Assert.Null(await world.Giving.Givers(sopheap, anothers, Cancel));
    }

    [Fact]
    public async Task A_new_recovery_key_is_given_every_case_the_closed_ones_too()
    {
        var (dara, _) = await BothWithKeys();
        var (open, closed) = (await Taken(dara), await Taken(dara));
        await world.Cases.Close(dara, closed, "helped", Cancel);
        using var next = AgeIdentity.New();
        world.SignReaders(3, Dara, Sopheap, Recovery with { Revoked = true }, CaseWorld.Reader("recovery", ReaderRole.Recovery, next.Recipient, epoch: 2));
        Assert.Equal((3, 3, 3), Line(dara, "recovery"));

        foreach (var id in new[] { open, closed, earlier.Dequeue() }.Order(StringComparer.Ordinal))
            Assert.Null((await Gives(dara, id, "recovery", next)).Why);

        Assert.Equal((3, 0, 0), Line(dara, "recovery"));
    }

    private Reader Recovery => CaseWorld.Reader("recovery", ReaderRole.Recovery, world.Recovery.Recipient);

    private Reader Dara => CaseWorld.Reader("dara", ReaderRole.Worker, world.DaraKey.Recipient);

    private Reader Sopheap => CaseWorld.Reader("sopheap", ReaderRole.Worker, sopheapKey.Recipient);

    /// <summary>Reports sent before Sopheap's key was signed are sealed to Dara and the recovery key alone.</summary>
    private async Task<(string Dara, string Sopheap)> BothWithKeys()
    {
        var both = (await world.Dara(), await world.WithKey("Sopheap", sopheapKey, StaffRole.CaseWorker));
        for (var report = 0; report < 3; report++)
            earlier.Enqueue(await world.Report());
        world.SignReaders(2, Dara, Sopheap, Recovery);
        return both;
    }

    /// <summary>A report from before she came, which is now the case of somebody.</summary>
    private async Task<string> Taken(string session)
    {
        var id = earlier.Dequeue();
        Assert.Null((await world.Cases.Take(session, id, Cancel)).Why);
        return id;
    }

    private (int, int, int) Line(string session, string staff) =>
        world.Giving.Look(session).Lines.Where(line => line.Staff == staff).Select(line => (line.Cases, line.Missing, line.CanGive)).Single();

    /// <summary>As a browser does it.</summary>
    private async Task<CaseAnswer> Gives(string dara, string id, string to = "sopheap", AgeIdentity? sealedTo = null, bool always = false)
    {
        var found = always ? Own(id) : world.Giving.Next(dara, to, Before(id)) ?? throw new InvalidOperationException("There is nothing to give.");
        Assert.Equal(id, found.OfCase);
        var ofCase = Guid.ParseExact(id, "n");
        var reader = CaseWorld.Reader(to, ReaderRole.Worker, (sealedTo ?? sopheapKey).Recipient, epoch: found.ReaderEpoch);
        var given = found.Keys.Select(file =>
        {
            using var opened = NewKey.Open(new KeyGrant(Guid.ParseExact(file.Row, "n"), "dara", 1, file.File), file.Key.AsPurpose, ofCase, file.Key.Epoch, world.DaraKey);
            var grant = NewKey.Give(opened, file.Key.AsPurpose, ofCase, file.Key.Epoch, [reader])[0];
            return new GivenKey(file.Key, grant.Row.ToString("n"), grant.Sealed);
        }).ToList();
        return await world.Giving.Give(dara, id, to, found.ReaderEpoch, given, Cancel);
    }

    private KeysToGive Own(string id) => new(id, 1, world.Get<ChatSupport.Storage.StoreReaders>().Read(store => GrantRows.FilesOf(store, id, Dara)));

    /// <summary>What comes right before an id.</summary>
    private static string Before(string id) => id[..^1];

    private void Opens(string session, SealedCase opened)
    {
        Assert.Equal(2, opened.Grants.Count);
        var grant = opened.Grants[0];
        using var key = NewKey.Open(new KeyGrant(Guid.ParseExact(grant.Row, "n"), "sopheap", 1, grant.File), Purpose.CaseKey, Guid.ParseExact(opened.OfCase, "n"), 1, sopheapKey);
        var item = opened.Items.Single();
        Assert.NotEmpty(SealedFile.Open(item.File, new SealedPlace(Purpose.Answer, Guid.ParseExact(opened.OfCase, "n"), Guid.ParseExact(item.Row, "n"), 1), key));
        Assert.Single(world.Audit("report.open"), entry => entry.Who == world.AccountOf(session));
    }
}
