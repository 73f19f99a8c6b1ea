using ChatSupport.Reports.Sealing;
using ChatSupport.Reports.Sealing.Age;
using ChatSupport.Reports.Sealing.Receipts;
using ChatSupport.Storage.Encryption;

namespace ChatSupport.Tests.Reports.Sealing.Receipts;

public sealed class OpeningWithAReceipt : IDisposable
{
    private readonly KdfGate gate = new(2, 10, TimeSpan.FromMinutes(5), TimeProvider.System);
    private readonly byte[] pepper = Some.Bytes(32);
    private readonly AgeIdentity conversation = AgeIdentity.New();
    private readonly ReceiptCode code = ReceiptCode.New();

    public void Dispose()
    {
        gate.Dispose();
        conversation.Dispose();
    }

    [Fact]
    public async Task It_opens_the_conversation_from_anywhere_and_the_narrative_never()
    {
        using var ofCase = new NewKey(Purpose.CaseKey, Guid.NewGuid(), 1);
        var kept = await Lock().Close(code, conversation, TestContext.Current.CancellationToken);

        Assert.True(ReceiptCode.TryParse(code.Shown, out var typed));
        using var opened = await Lock().Open(typed, kept, TestContext.Current.CancellationToken);

        Assert.Equal(conversation.ToBytes(), opened!.ToBytes());
        var narrative = SealedFile.Seal("x"u8, Some.Place, [ofCase.Public]);
        Assert.Throws<CannotBeOpenedException>(() => SealedFile.Open(narrative, Some.Place, opened));
        Assert.Equal(-1, kept.AsSpan().IndexOf(conversation.ToBytes()));
    }

    [Fact]
    public async Task Nothing_else_opens_it()
    {
        var kept = await Lock().Close(code, conversation, TestContext.Current.CancellationToken);
        var (wrong, elsewhere) = (Typed(code.Locator + Other(code.Secret)), Typed(Other(code.Locator) + code.Secret));

        Assert.Null(await Lock().Open(wrong, kept, TestContext.Current.CancellationToken));
        Assert.Null(await Lock().Open(elsewhere, kept, TestContext.Current.CancellationToken)); // the row was moved under another locator
        Assert.Null(await Lock().Open(code, null, TestContext.Current.CancellationToken));
        Assert.Null(await new ReceiptLock(Some.Bytes(32), gate).Open(code, kept, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(0)] // the version
    [InlineData(1)] // the memory: 16 GiB
    [InlineData(5)] // the passes
    [InlineData(6)] // the salt
    [InlineData(22)] // the nonce
    [InlineData(46)] // the key
    [InlineData(93)]
    public async Task A_changed_row_does_not_open(int at)
    {
        var kept = await Lock().Close(code, conversation, TestContext.Current.CancellationToken);
        kept[at] ^= 1;

        Assert.Null(await Lock().Open(code, kept, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_cost_is_kept_and_is_what_was_decided()
    {
        var kept = await Lock().Close(code, conversation, TestContext.Current.CancellationToken);

        Assert.Equal([1, 0, 2, 0, 0, 3], kept[..6]); // version 1, 131,072 KiB, three passes
        Assert.Equal(94, kept.Length);
        Assert.Null(await Lock().Open(code, kept[..93], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Two_of_the_same_code_and_key_have_nothing_in_common() =>
        Assert.NotEqual((await Lock().Close(code, conversation, TestContext.Current.CancellationToken))[6..], (await Lock().Close(code, conversation, TestContext.Current.CancellationToken))[6..]);

    /// <summary>Time is not measured in a test. That a hash is made is seen by its waiting in line.</summary>
    [Fact]
    public async Task An_unknown_code_waits_for_a_hash_as_a_known_one_does()
    {
        var kept = await Lock().Close(code, conversation, TestContext.Current.CancellationToken);
        using var narrow = new KdfGate(1, 0, TimeSpan.FromMinutes(5), TimeProvider.System);
        var (busy, done) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new ManualResetEventSlim());
        var holding = narrow.Run(() => { busy.SetResult(); done.Wait(); return 0; }, TestContext.Current.CancellationToken);
        await busy.Task;
        var crowded = new ReceiptLock(pepper, narrow);

        await Assert.ThrowsAsync<TimeoutException>(() => crowded.Open(code, kept, TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<TimeoutException>(() => crowded.Open(code, null, TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<TimeoutException>(() => crowded.Open(code, [1, 2, 3], TestContext.Current.CancellationToken));
        done.Set();
        await holding;
    }

    private static string Other(string digits) => (digits[0] == '1' ? '2' : '1') + digits[1..];

    private static ReceiptCode Typed(string digits) => ReceiptCode.TryParse(digits, out var typed) ? typed : throw new InvalidOperationException(digits);

    private ReceiptLock Lock() => new(pepper, gate);
}
