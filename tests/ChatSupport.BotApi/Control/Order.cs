using System.Globalization;
using System.Text.Json.Nodes;

namespace ChatSupport.BotApi.Control;

/// <summary>One request to the control surface: the parts of its path behind the prefix, and its fields.</summary>
internal sealed record Order(string[] Parts, JsonObject Body, CancellationToken Cancel)
{
    public string Part(int index) => index < Parts.Length ? Parts[index] : "";

    /// <exception cref="KeyNotFoundException">The field is missing.</exception>
    public string Text(string field) => Body[field]?.ToString() ?? throw new KeyNotFoundException($"The field '{field}' is missing.");

    public string? TextOrNull(string field) => Body[field]?.ToString();

    public long Number(string field, long otherwise) => NumberOrNull(field) ?? otherwise;

    public long? NumberOrNull(string field) =>
        long.TryParse(TextOrNull(field), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public double Fraction(string field, double otherwise) =>
        double.TryParse(TextOrNull(field), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
