using System.Net;
using System.Net.Sockets;

namespace ChatSupport.BotApi;

/// <summary>Gives ports of loopback to programs that are started later. None is given twice: one that still starts could be taken for another that
/// answers at its port already.</summary>
internal static class TestPort
{
    // Below the program's own (24000 to 31999) and those of outgoing connections (32768 to 60999).
    private const int First = 15_000;
    private const int After = 24_000;

    private static readonly Lock gate = new();
    private static readonly HashSet<int> given = [];

    /// <summary>A port that nobody listens on just now.</summary>
    /// <exception cref="InvalidOperationException">All are given or taken.</exception>
    public static int Find()
    {
        lock (gate)
        {
            for (var tries = 0; tries < After - First; tries++)
            {
                var port = Random.Shared.Next(First, After);
                if (!given.Contains(port) && IsFree(port))
                {
                    given.Add(port);
                    return port;
                }
            }
        }
        throw new InvalidOperationException($"No port between {First} and {After} was free.");
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
