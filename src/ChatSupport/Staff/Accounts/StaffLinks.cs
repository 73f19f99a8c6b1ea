using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ChatSupport.Storage;

namespace ChatSupport.Staff.Accounts;

/// <summary>Links that work once. What stands in one is random and known to nobody but who holds it; stored is its hash.</summary>
internal static class StaffLinks
{
    /// <summary>How long the link for the first administrator works.</summary>
    public static readonly TimeSpan FirstEndsAfter = TimeSpan.FromMinutes(10);

    /// <summary>Makes one; an older one of the same account ends.</summary>
    /// <param name="session">The transaction.</param>
    /// <param name="staff">The account; null for the first administrator.</param>
    /// <param name="token">What stands in the link, from <see cref="NewToken"/>.</param>
    /// <param name="endsAt">When it ends.</param>
    public static void Add(StoreSession session, string? staff, string token, DateTimeOffset endsAt)
    {
        session["DELETE FROM staff_links WHERE staff IS $1"].Run(staff);
        session["INSERT INTO staff_links (hash, staff, ends_at) VALUES ($1, $2, $3)"].Run(Hash(token), staff, endsAt.ToUnixTimeMilliseconds());
    }

    /// <summary>43 characters that fit into a link.</summary>
    public static string NewToken() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>Looks a link up.</summary>
    /// <returns>Null where there is no such link, or it was used, replaced or ended.</returns>
    public static FoundLink? Find(StoreSession session, string? token, DateTimeOffset now) => token is null ? null
        : session["SELECT staff FROM staff_links WHERE hash = $1 AND ends_at > $2"].All(
            row => new FoundLink(row.IsDBNull(0) ? null : row.GetString(0)), Hash(token), now.ToUnixTimeMilliseconds()) is [var found] ? found : null;

    /// <summary>Uses it up.</summary>
    /// <returns>False where somebody was quicker.</returns>
    public static bool TakeUp(StoreSession session, string token) => session["DELETE FROM staff_links WHERE hash = $1"].Run(Hash(token)) > 0;

    /// <summary>The way to it. It stands behind the <c>#</c>, which no browser sends and no proxy writes down.</summary>
    public static string Path(string token) => $"/console/join#{token}";

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    /// <summary>A link that works.</summary>
    /// <param name="Staff">Its account; null for the first administrator.</param>
    internal sealed record FoundLink(string? Staff);
}
