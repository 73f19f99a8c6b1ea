using System.ComponentModel.DataAnnotations;

namespace ChatSupport.Savings;

/// <summary>Settings under <c>ChatSupport:Savings</c>. Wrong ones stop the start.</summary>
internal sealed class SavingsOptions
{
    public const string Section = "ChatSupport:Savings";

    /// <summary>What every amount of riel in cash is a multiple of: the smallest note that people use. 100, which is the default, or 50.</summary>
    [AllowedValues(100L, 50L, ErrorMessage = Section + ":CashStep must be 100 or 50, the smallest notes of riel there are. Set it to 100 or leave it out.")]
    public long CashStep { get; init; } = 100;

    /// <summary>The largest amount of riel in one entry: more is a mistake in typing. Default 20 million.</summary>
    [Range(100_000L, 1_000_000_000_000L, ErrorMessage = Section + ":MostRiel must be between 100000 and 1000000000000, for example 20000000.")]
    public long MostRiel { get; init; } = 20_000_000;

    /// <summary>The largest amount of dollars in one entry. Default 5,000.</summary>
    [Range(25L, 10_000_000_000L, ErrorMessage = Section + ":MostDollars must be between 25 and 10000000000, for example 5000.")]
    public long MostDollars { get; init; } = 5_000;

    /// <summary>How long money is kept back for a withdrawal that was asked for. Default 10 days: approved since, it can be paid at the next meeting a week later.</summary>
    [Range(typeof(TimeSpan), "00:10:00", "90.00:00:00", ErrorMessage = Section + ":HoldStands must be between 10 minutes and 90 days, for example 10.00:00:00.")]
    public TimeSpan HoldStands { get; init; } = TimeSpan.FromDays(10);

    /// <summary>How long the link works that makes somebody a group's leader on her phone. Default 1 day.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "7.00:00:00", ErrorMessage = Section + ":LeaderLinkFor must be between 5 minutes and 7 days, for example 1.00:00:00.")]
    public TimeSpan LeaderLinkFor { get; init; } = TimeSpan.FromDays(1);

    /// <summary>How long staff have to answer a member who says that a line is wrong. Default 7 days.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "60.00:00:00", ErrorMessage = Section + ":DisputeAnswer must be between 1 and 60 days, for example 7.00:00:00.")]
    public TimeSpan DisputeAnswer { get; init; } = TimeSpan.FromDays(7);

    /// <summary>Whether accounts for loans, shares, a fund for hard times and fines can be opened. Default false.</summary>
    public bool MoreAccounts { get; init; }
}
