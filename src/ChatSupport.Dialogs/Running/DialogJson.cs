using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using ChatSupport.Dialogs.Model;

namespace ChatSupport.Dialogs.Running;

/// <summary>How states and replies are written as JSON: one place, so that every part of the program reads what another wrote.</summary>
public static class DialogJson
{
    /// <summary>The options. Khmer stands as itself; screens are written as <c>rights/hours#refused</c>, enums by name,
    /// variables as plain values; what is null or empty is left out.</summary>
    public static JsonSerializerOptions Options { get; } = Made();

    private static JsonSerializerOptions Made()
    {
        var made = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Converters = { new ScreenIdJson(), new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
            MaxDepth = 64,
        };
        made.TypeInfoResolverChain.Add(DialogJsonContext.Default);
        made.TypeInfoResolverChain.Add(new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver());
        made.MakeReadOnly();
        return made;
    }

    private sealed class ScreenIdJson : JsonConverter<ScreenId>
    {
        public override ScreenId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            ScreenId.TryParse(reader.GetString(), out var id) ? id : throw new JsonException("A screen is written as dialog#screen.");

        public override void Write(Utf8JsonWriter writer, ScreenId value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}

[JsonSerializable(typeof(DialogState))]
[JsonSerializable(typeof(Reply))]
[JsonSerializable(typeof(Value))]
[JsonSerializable(typeof(Variables))]
internal sealed partial class DialogJsonContext : JsonSerializerContext;
