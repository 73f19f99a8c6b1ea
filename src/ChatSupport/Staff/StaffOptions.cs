using System.ComponentModel.DataAnnotations;

namespace ChatSupport.Staff;

/// <summary>Settings under <c>ChatSupport:Staff</c>. Wrong ones stop the start.</summary>
internal sealed class StaffOptions
{
    public const string Section = "ChatSupport:Staff";

    /// <summary>Whether the console is served at <c>/console</c>. Default true.</summary>
    public bool Console { get; init; } = true;

    /// <summary>After this time a session ends, however much it is used. Default 12 hours.</summary>
    [Range(typeof(TimeSpan), "00:10:00", "1.00:00:00", ErrorMessage = Section + ":SessionEndsAfter must be between 10 minutes and 24 hours, for example 12:00:00.")]
    public TimeSpan SessionEndsAfter { get; init; } = TimeSpan.FromHours(12);

    /// <summary>After this time without use a session ends. Default 30 minutes.</summary>
    [Range(typeof(TimeSpan), "00:02:00", "04:00:00", ErrorMessage = Section + ":IdleEndsAfter must be between 2 minutes and 4 hours, for example 00:30:00.")]
    public TimeSpan IdleEndsAfter { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How long an invitation or recovery link works. Default 3 days.</summary>
    [Range(typeof(TimeSpan), "00:10:00", "14.00:00:00", ErrorMessage = Section + ":InvitationEndsAfter must be between 10 minutes and 14 days, for example 3.00:00:00.")]
    public TimeSpan InvitationEndsAfter { get; init; } = TimeSpan.FromDays(3);
}
