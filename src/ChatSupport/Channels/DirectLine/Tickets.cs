using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ChatSupport.Storage;

namespace ChatSupport.Channels.DirectLine;

/// <summary>Tickets that stand in the address of a stream instead of a token: good once, for a minute, for one conversation. The newest is the only one.</summary>
internal sealed class Tickets(StoreWriter writer, TimeProvider time)
{
    private static readonly TimeSpan life = TimeSpan.FromSeconds(60);

    private const string Give = "UPDATE web_conversations SET ticket = $2, ticket_until = $3 WHERE conversation = $1";
    private const string Take = """
        UPDATE web_conversations SET ticket = NULL, ticket_until = NULL
        WHERE conversation = $1 AND ticket = $2 AND ticket_until > $3 RETURNING 1
        """;

    /// <summary>A ticket that holds also until when the client's token is good.</summary>
    public async Task<string> Issue(string key, DateTimeOffset tokenUntil, CancellationToken cancel)
    {
        var ticket = $"{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(18))}.{tokenUntil.ToUnixTimeSeconds()}";
        var until = (time.GetUtcNow() + life).ToUnixTimeMilliseconds();
        await writer.Write(session => session[Give].Run(key, Hash(ticket), until), cancel).ConfigureAwait(false);
        return ticket;
    }

    /// <summary>Uses a ticket up.</summary>
    /// <returns>Until when the stream may stay open; null where the ticket is not good (any more).</returns>
    public async Task<DateTimeOffset?> Use(string key, string? ticket, CancellationToken cancel)
    {
        if (ticket is not { Length: < 64 } || ticket.Split('.') is not [_, var until] || !long.TryParse(until, out var seconds))
            return null;
        var (hash, now) = (Hash(ticket), time.GetUtcNow().ToUnixTimeMilliseconds());
        var isGood = await writer.Write(session => session[Take].One(key, hash, now) is not null, cancel).ConfigureAwait(false);
        return isGood ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
    }

    private static byte[] Hash(string ticket) => SHA256.HashData(Encoding.UTF8.GetBytes(ticket));
}
