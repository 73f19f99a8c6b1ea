using ChatSupport.Staff.Accounts;
using ChatSupport.Staff.Roles;

namespace ChatSupport.Tests.Staff.Accounts;

public sealed class SigningInWithAPassword : IAsyncLifetime
{
    private readonly StaffHost host = new();
    private Colleague dara = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => dara = await host.Joined("Dara", StaffRole.Editor);

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task It_needs_the_name_the_password_and_the_code_together()
    {
        Assert.Null(await dara.SignsIn(dara.App.Code(), "four plain words Here"));
        Assert.Null(await dara.SignsIn(dara.App.WrongCode()));
        Assert.Null(await dara.SignsIn(""));
        Assert.Null(await (dara with { Name = "Daro" }).SignsIn(dara.App.Code()));

        Assert.Equal(dara.Id, (await (dara with { Name = "  DARA " }).SignsIn(dara.App.Code()))?.Id);
    }

    [Fact]
    public async Task A_code_is_not_taken_twice_however_it_is_written()
    {
        var (first, second) = (dara.App.Code(), dara.App.Code(1));
        Assert.NotNull(await dara.SignsIn(first));
        Assert.Equal(2, dara.Account.LastCode!.Split(' ').Length); // that of the joining is taken as well
        Assert.NotNull(await dara.SignsIn($" {second[..3]} {second[3..]} "));

        foreach (var again in new[] { first, second, $"+{first}", $"0{second}", $"{first[..3]} {first[3..]}", $"\t{second}\n", Khmer(first) })
            Assert.Null(await dara.SignsIn(again));
    }

    [Fact]
    public async Task A_code_may_be_typed_in_Khmer_digits() => Assert.NotNull(await dara.SignsIn(Khmer(dara.App.Code())));

    [Fact]
    public async Task The_lock_grows_from_a_minute_to_an_hour_and_ends_with_a_right_try()
    {
        int[] minutes = [0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60];
        foreach (var expected in minutes)
        {
            Assert.Null(await dara.SignsIn("", "wrong"));
            var until = dara.Account.LockedUntil;
            Assert.Equal(expected == 0 ? null : host.Time.GetUtcNow() + TimeSpan.FromMinutes(expected), until);
            host.Time.Advance(TimeSpan.FromMinutes(expected));
        }

        Assert.NotNull(await dara.SignsIn(dara.App.Code()));
        Assert.Equal((0, null), (dara.Account.Failures, dara.Account.LockedUntil));
    }

    [Fact]
    public async Task While_it_is_locked_the_right_password_is_refused_and_tries_do_not_prolong_it()
    {
        for (var n = 0; n < 5; n++)
            await dara.SignsIn("", "wrong");
        var until = dara.Account.LockedUntil!.Value;

        for (var n = 0; n < 10; n++)
        {
            host.Time.Advance(TimeSpan.FromSeconds(5));
            Assert.Null(await dara.SignsIn(n == 0 ? dara.App.Code() : "", n == 0 ? StaffHost.GoodPassword : "wrong"));
        }
        Assert.Equal((until, 5), (dara.Account.LockedUntil, dara.Account.Failures));

        host.Time.Advance(until - host.Time.GetUtcNow());
        Assert.NotNull(await dara.SignsIn(dara.App.Code()));
    }

    [Fact]
    public async Task An_unknown_name_is_answered_the_same_after_the_same_work()
    {
        var only = await host.Invited("Key only", StaffRole.Editor);
        Assert.NotNull(only);
        await dara.SignsIn("", "wrong"); // the hash to compare with is made at the first try of all

        var work = new List<(bool, int, int)>();
        foreach (var name in new[] { "Dara", "Key only", "Nobody", "", "' OR 1 = 1 --", "\ud83d", new string('x', 202) })
        {
            var (hashed, lines) = (host.Hashing.Hashed, host.Log.Count);
            var account = await (dara with { Name = name }).SignsIn(dara.App.WrongCode());
            work.Add((account is null, host.Hashing.Hashed - hashed, host.Log.Count - lines));
        }

        Assert.All(work, one => Assert.Equal((true, 1, 1), one));
        Assert.DoesNotContain(host.Log, entry => entry.Subject.Contains("Nobody", StringComparison.Ordinal) || entry.Detail.Contains("Nobody", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_keys_that_were_looked_at_must_still_be_hers_at_the_end()
    {
        var admin = await (await host.Joined("Sokha", StaffRole.Administrator)).Session();
        var gate = new TaskCompletionSource();
        var holding = host.Writer.Write(_ => gate.Task.Wait(TimeSpan.FromSeconds(20)), Cancel); // both wait in line behind it, the recovery first
        var recovering = host.Book.Recover(admin, dara.Id, Cancel);
        var signing = dara.SignsIn(dara.App.Code());
        await host.Until(() => host.Hashing.Hashed >= 2 + 2, "the password was looked at"); // two joined, one unknown, one tried
        gate.SetResult();

        await Task.WhenAll(holding, recovering);

        Assert.Null(await signing);
    }

    [Fact]
    public async Task Too_many_at_once_are_told_to_wait()
    {
        var gate = new TaskCompletionSource();
        host.Hashing.Holds = gate.Task;
        var tries = Enumerable.Range(0, 40).Select(_ => Record.ExceptionAsync(() => dara.SignsIn("", "wrong")).AsTask()).ToList();

        await host.Until(() => tries.Count(one => one.IsCompleted) >= 20, "who finds too many waiting is told so at once");
        gate.SetResult();
        Assert.Equal(20, (await Task.WhenAll(tries)).Count(fault => fault is TooManyTriesException));
        Assert.Null(await dara.SignsIn("", "wrong")); // and it goes on
    }

    private static string Khmer(string digits) => string.Concat(digits.Select(digit => (char)('០' + (digit - '0'))));
}
