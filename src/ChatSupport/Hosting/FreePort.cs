using System.Net;
using System.Net.Sockets;

namespace ChatSupport.Hosting;

/// <summary>Finds a port of loopback that nobody listens on.</summary>
internal static class FreePort
{
    // All below those that Linux gives to outgoing connections (32768 to 60999): one of them could be taken between the finding and the listening.
    private const int First = 15_000;
    private const int FirstOfSilos = 24_000;
    private const int After = 32_000;
    private const int MostTries = 1_000;

    private static readonly Lock gate = new();
    private static readonly HashSet<int> given = [];

    /// <summary>A port that could be listened on just now, and that this process was not given before: some are listened on only seconds later.</summary>
    /// <exception cref="SocketException">A thousand ports were tried and each is taken.</exception>
    public static int Find() => Find(First, FirstOfSilos);

    /// <summary>The same for the node's own port, of other numbers: it is listened on at once, and its number is known to nobody beforehand.</summary>
    /// <inheritdoc cref="Find()"/>
    public static int FindForSilo() => Find(FirstOfSilos, After);

    private static int Find(int first, int after)
    {
        lock (gate)
        {
            for (var tries = 1; ; tries++)
            {
                var port = Random.Shared.Next(first, after); // by chance, so that two programs that start together seldom want the same
                if (given.Contains(port) && tries < MostTries)
                    continue;
                try
                {
                    using var listener = new TcpListener(IPAddress.Loopback, port);
                    listener.Start();
                    given.Add(port);
                    return port;
                }
                catch (SocketException) when (tries < MostTries)
                {
                }
            }
        }
    }
}
