using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChatSupport.Dialogs.Running;

/// <summary>A value as plain JSON: string, number, true or false, array, object.</summary>
internal sealed class ValueJson : JsonConverter<Value>
{
    public override Value Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader);

    public override void Write(Utf8JsonWriter writer, Value value, JsonSerializerOptions options) => Write(writer, value);

    internal static Value Read(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => new Value.Text(reader.GetString()!),
        JsonTokenType.Number => new Value.Number(reader.GetDecimal()),
        JsonTokenType.True => new Value.Flag(true),
        JsonTokenType.False => new Value.Flag(false),
        JsonTokenType.StartArray => ReadList(ref reader),
        JsonTokenType.StartObject => new Value.Fields(ReadItems(ref reader)),
        _ => throw new JsonException($"A value cannot be {reader.TokenType}."),
    };

    internal static ImmutableSortedDictionary<string, Value> ReadItems(ref Utf8JsonReader reader)
    {
        var items = ImmutableSortedDictionary.CreateBuilder<string, Value>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            items[name] = Read(ref reader);
        }

        return items.ToImmutable();
    }

    internal static void Write(Utf8JsonWriter writer, Value value)
    {
        switch (value)
        {
            case Value.Text text:
                writer.WriteStringValue(text.Content);
                break;
            case Value.Number number:
                writer.WriteNumberValue(number.Amount);
                break;
            case Value.Flag flag:
                writer.WriteBooleanValue(flag.IsTrue);
                break;
            case Value.List list:
                writer.WriteStartArray();
                foreach (var item in list.Items)
                    Write(writer, item);
                writer.WriteEndArray();
                break;
            case Value.Fields fields:
                WriteItems(writer, fields.Items);
                break;
        }
    }

    internal static void WriteItems(Utf8JsonWriter writer, ImmutableSortedDictionary<string, Value> items)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in items)
        {
            writer.WritePropertyName(name);
            Write(writer, value);
        }

        writer.WriteEndObject();
    }

    private static Value.List ReadList(ref Utf8JsonReader reader)
    {
        var items = ImmutableArray.CreateBuilder<Value>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            items.Add(Read(ref reader));
        return new Value.List(items.ToImmutable());
    }
}

/// <summary>Variables as one JSON object.</summary>
internal sealed class VariablesJson : JsonConverter<Variables>
{
    public override Variables Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.StartObject
            ? new Variables(ValueJson.ReadItems(ref reader))
            : throw new JsonException("Variables are one JSON object.");

    public override void Write(Utf8JsonWriter writer, Variables value, JsonSerializerOptions options) =>
        ValueJson.WriteItems(writer, value.Items);
}
