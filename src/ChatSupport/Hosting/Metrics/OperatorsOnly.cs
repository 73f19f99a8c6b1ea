using System.Security.Cryptography;
using System.Text;
using ChatSupport.Hosting.Http;
using Microsoft.Extensions.Options;

namespace ChatSupport.Hosting.Metrics;

/// <summary>Who may see figures and details: who knows the token, or, where none is set, who is on this machine itself.</summary>
internal sealed class OperatorsOnly(IOptions<MetricsOptions> options)
{
    private const string Scheme = "Bearer ";

    public bool Admits(HttpContext context) =>
        string.IsNullOrEmpty(options.Value.Token) ? context.IsFromThisMachine() : Knows(context, options.Value.Token);

    private static bool Knows(HttpContext context, string token)
    {
        var sent = context.Request.Headers.Authorization.ToString();
        return sent.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            && CryptographicOperations.FixedTimeEquals(Hash(sent[Scheme.Length..].Trim()), Hash(token)); // hashes: the length is not told either
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
