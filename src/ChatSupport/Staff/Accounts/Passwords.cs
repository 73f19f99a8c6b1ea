using Microsoft.AspNetCore.Identity;

namespace ChatSupport.Staff.Accounts;

/// <summary>Hashes passwords, a few at a time: it is slow on purpose, and must not take the machine from the workers.</summary>
internal sealed class Passwords(IPasswordHasher<StaffAccount> hasher) : IDisposable
{
    public const int Shortest = 12;
    public const int Longest = 200;
    private const int MostWaiting = 20;

    private readonly SemaphoreSlim one = new(1);
    private readonly Lazy<string> nobodys = new(() => hasher.HashPassword(null!, Guid.NewGuid().ToString()));
    private int waiting;

    /// <summary>What is wrong with a new password, for the person who chose it; null where it is good.</summary>
    public static string? Refuse(string password, string name) => password switch
    {
        { Length: < Shortest } => $"A password needs at least {Shortest} characters. A sentence of four words is good and easy to type.",
        { Length: > Longest } => $"A password may have {Longest} characters at most.",
        _ when name.Length >= 4 && password.Contains(name, StringComparison.OrdinalIgnoreCase) => "The password holds your name. Choose one without it.",
        _ when password.Distinct().Count() < 5 => "The password repeats a few characters. Choose one with more of them.",
        _ => null,
    };

    /// <summary>A salted hash to store.</summary>
    public Task<string> Hash(string password, CancellationToken cancel) => InTurn(() => hasher.HashPassword(null!, password), cancel);

    /// <summary>Whether it is the password. Takes as long where there is none.</summary>
    /// <exception cref="TooManyTriesException">Too many people wait already.</exception>
    public async Task<bool> Fits(string? hash, string password, CancellationToken cancel) => await InTurn(() =>
    {
        var other = nobodys.Value; // made at the first try, whoever that is
        return hasher.VerifyHashedPassword(null!, hash ?? other, password);
    }, cancel) != PasswordVerificationResult.Failed && hash is not null;

    public void Dispose() => one.Dispose();

    private async Task<T> InTurn<T>(Func<T> hash, CancellationToken cancel)
    {
        try
        {
            if (Interlocked.Increment(ref waiting) > MostWaiting)
                throw new TooManyTriesException();
            await one.WaitAsync(cancel);
            try
            {
                return await Task.Run(hash, cancel);
            }
            finally
            {
                one.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }
}

/// <summary>So many sign in at this moment that one more would have to wait too long.</summary>
internal sealed class TooManyTriesException() : Exception("Too many people sign in just now. Wait a minute, then try again.");
