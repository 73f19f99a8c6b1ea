namespace ChatSupport.Dialogs.Running.Liquid;

/// <summary>What a check may know of a template or condition: why it cannot be used, or what it reads and writes.</summary>
/// <param name="Fault">Why it cannot be used; null where it can.</param>
/// <param name="Uses">Every reading of a variable, in the order of the text.</param>
/// <param name="Constant">The longest text that it writes by itself; empty for a condition.</param>
internal sealed record LiquidReading(LiquidFault? Fault, IReadOnlyList<LiquidUse> Uses, string Constant)
{
    public static LiquidReading OfTemplate(string text)
    {
        if (!Template.HasBlanks(text))
            return new LiquidReading(null, [], text);

        return Sandbox.TryParse(text, out var template, out var names, out var fault)
            ? new LiquidReading(null, names.Uses, LiquidConstant.Of(template))
            : new LiquidReading(fault, [], "");
    }

    public static LiquidReading OfCondition(string text) => Sandbox.TryParseCondition(text, out _, out var names, out var fault)
        ? new LiquidReading(null, names.Uses, "")
        : new LiquidReading(fault, [], "");
}
