using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace ChatSupport.Channels.DirectLine;

/// <summary>How JSON is written and read here.</summary>
internal static class Wire
{
    /// <summary>The usual form: camel case, nothing for what is absent, Khmer as it is (a third of the size), the letters of HTML escaped.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        MaxDepth = 16,
        NumberHandling = JsonNumberHandling.Strict,
    };

    /// <summary>The same for answers that tell of tokens, where the protocol writes <c>expires_in</c> among names in camel case.</summary>
    public static JsonSerializerOptions Tokens { get; } = new(Options) { PropertyNamingPolicy = new TokenNames() };

    private sealed class TokenNames : JsonNamingPolicy
    {
        public override string ConvertName(string name) => name == "ExpiresIn" ? "expires_in" : CamelCase.ConvertName(name);
    }
}
