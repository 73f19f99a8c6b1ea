using System.Globalization;
using System.Text;
using Fluid;
using Fluid.Values;

namespace ChatSupport.Dialogs.Running.Liquid;

/// <summary>Filters that write money, days and distances as people here read them. What cannot be written so stays as it is.</summary>
internal static class OurFilters
{
    /// <summary><c>{{ 1250 | money: "KHR" }}</c></summary>
    public static ValueTask<FluidValue> Money(FluidValue input, FilterArguments arguments, TemplateContext context)
    {
        if (!TryNumber(input, context, out var amount))
            return new(input);

        var currency = arguments.At(0).IsNil() ? "KHR" : arguments.At(0).ToStringValue();
        return Text(currency == "USD"
            ? "$" + amount.ToString("#,##0.00", CultureInfo.InvariantCulture)
            : decimal.Round(amount, MidpointRounding.AwayFromZero).ToString("#,##0", CultureInfo.InvariantCulture) + "៛");
    }

    /// <summary><c>{{ today | date }}</c></summary>
    public static ValueTask<FluidValue> Date(FluidValue input, FilterArguments arguments, TemplateContext context) =>
        DateOnly.TryParseExact(input.ToStringValue(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? Text(day.ToString("d/M/yyyy", CultureInfo.InvariantCulture))
            : new(input);

    /// <summary><c>{{ place.metres | distance }}</c></summary>
    public static ValueTask<FluidValue> Distance(FluidValue input, FilterArguments arguments, TemplateContext context)
    {
        if (!TryNumber(input, context, out var metres))
            return new(input);

        return Text(metres < 1000
            ? decimal.Round(metres / 50) * 50 + " m"
            : (metres / 1000).ToString("0.#", CultureInfo.InvariantCulture) + " km");
    }

    /// <summary><c>{{ age | khdigits }}</c></summary>
    public static ValueTask<FluidValue> KhmerDigits(FluidValue input, FilterArguments arguments, TemplateContext context)
    {
        var text = new StringBuilder(input.ToStringValue());
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsAsciiDigit(text[i]))
                text[i] = (char)('០' + (text[i] - '0'));
        }

        return Text(text.ToString());
    }

    private static bool TryNumber(FluidValue input, TemplateContext context, out decimal number)
    {
        if (input.Type == FluidValues.Number)
        {
            number = input.ToNumberValue();
            return true;
        }

        return decimal.TryParse(input.ToStringValue(), NumberStyles.Number, CultureInfo.InvariantCulture, out number);
    }

    private static ValueTask<FluidValue> Text(string text) => new(new StringValue(text));
}
