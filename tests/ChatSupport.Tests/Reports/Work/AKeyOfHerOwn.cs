using ChatSupport.Reports.Sealing.Age;
using ChatSupport.Reports.Sealing.Readers;
using ChatSupport.Reports.Work;
using ChatSupport.Staff.Roles;

namespace ChatSupport.Tests.Reports.Work;

public sealed class AKeyOfHerOwn : IAsyncDisposable
{
    private readonly CaseWorld world = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task Is_kept_once_proven_and_only_in_a_form_that_the_server_cannot_open()
    {
        var sopheap = await world.SignIn("Sopheap", StaffRole.CaseWorker);
        using var key = AgeIdentity.New();
        var locked = CaseWorld.Locked(key.Recipient);

        Assert.Equal(CaseRefusal.KeyNotProven, (await world.Keys.Keep(sopheap, locked, new byte[32], Cancel)).Why);
        Assert.Equal(CaseRefusal.NotSealed, (await Proven(sopheap, key, locked with { Sealed = key.ToText() })).Why);
        Assert.Equal(CaseRefusal.NotSealed, (await Proven(sopheap, key, locked with { Kind = "passkey" })).Why);
        Assert.Null((await Proven(sopheap, key, locked)).Why);
        Assert.Equal(new KeyState(key.Recipient.ToString(), "words", null), world.Keys.Look(sopheap)); // not signed yet
        Assert.False(world.Keys.MayMake(sopheap));
        Assert.Null(world.Keys.Prove(sopheap, key.Recipient.ToString()));
    }

    [Fact]
    public async Task Cannot_be_a_colleagues()
    {
        await world.Dara();
        var sopheap = await world.SignIn("Sopheap", StaffRole.CaseWorker);
        Assert.NotNull(world.Keys.Prove(sopheap, world.DaraKey.Recipient.ToString())); // she cannot open it
        Assert.Equal(CaseRefusal.KeyNotProven, (await world.Keys.Keep(sopheap, CaseWorld.Locked(world.DaraKey.Recipient), new byte[32], Cancel)).Why);
        Assert.Null(world.Keys.Prove(sopheap, "age1nothing"));
    }

    [Fact]
    public async Task Opens_nothing_before_the_root_signed_it_and_nothing_after_it_was_revoked_and_then_she_makes_a_new_one()
    {
        var (dara, sopheap) = (await world.Dara(), await world.SignIn("Sopheap", StaffRole.CaseWorker));
        var id = await world.Report();
        Assert.Equal(CaseRefusal.NoKey, (await world.Sealed.Open(sopheap, id, Cancel)).Why);
        using var key = AgeIdentity.New();
        await Proven(sopheap, key, CaseWorld.Locked(key.Recipient));
        Assert.Equal(CaseRefusal.KeyNotSigned, (await world.Sealed.Open(sopheap, id, Cancel)).Why);

        await world.Cases.Take(dara, id, Cancel);
        Assert.Null((await world.Sealed.Open(dara, id, Cancel)).Why);
        world.SignReaders(2, CaseWorld.Reader("dara", ReaderRole.Worker, world.DaraKey.Recipient, revoked: true));

        Assert.Equal(CaseRefusal.KeyNotSigned, (await world.Sealed.Open(dara, id, Cancel)).Why);
        Assert.True(world.Keys.MayMake(dara));
    }

    private async Task<CaseAnswer> Proven(string session, AgeIdentity key, LockedKey kept) =>
        await world.Keys.Keep(session, kept, AgeFile.Open(world.Keys.Prove(session, key.Recipient.ToString()), key), Cancel);
}
