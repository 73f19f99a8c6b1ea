using System.Net;
using System.Net.Sockets;

namespace ChatSupport.Hosting;

/// <summary>Finds a port of loopback that nobody listens on.</summary>
internal static class FreePort
{
    // Below those that Linux gives to outgoing connections (32768 to 60999): one of them could be taken between the finding and the listening.
    private const int First = 24_000;
    private const int After = 32_000;
    private const int MostTries = 1_000;

    /// <summary>A port that could be listened on just now. Drawn by chance, so that two programs that start together seldom want the same.</summary>
    /// <exception cref="SocketException">A thousand ports were tried and each is taken.</exception>
    public static int Find()
    {
        for (var tries = 1; ; tries++)
        {
            var port = Random.Shared.Next(First, After);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException) when (tries < MostTries)
            {
            }
        }
    }
}
