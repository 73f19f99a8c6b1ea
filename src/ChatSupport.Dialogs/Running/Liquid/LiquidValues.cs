using Fluid;
using Fluid.Values;

namespace ChatSupport.Dialogs.Running.Liquid;

#pragma warning disable CS0672, CS0618 // the library keeps these abstract although it calls them obsolete

/// <summary>Shows our values to the template library, each only when a template asks for it.</summary>
internal static class LiquidValues
{
    public static FluidValue From(Value? value) => value switch
    {
        Value.Text text => new StringValue(text.Content),
        Value.Number number => NumberValue.Create(number.Amount),
        Value.Flag flag => BooleanValue.Create(flag.IsTrue),
        Value.List list => new ArrayValue([.. list.Items.Select(From)]),
        Value.Fields fields => new Record(name => fields.Items.GetValueOrDefault(name), fields.Items.Count),
        _ => Absent.Value,
    };

    /// <summary>The whole scope as the library's model: every name that no loop or assignment made is looked up here.</summary>
    public static FluidValue From(Scope scope) => new Record(scope.Find, 1);

    private sealed class Record(Func<string, Value?> find, int count) : FluidValue
    {
        public override FluidValues Type => FluidValues.Dictionary;

        public override ValueTask<FluidValue> GetValueAsync(string name, TemplateContext context) => new(From(find(name)));

        public override ValueTask<FluidValue> GetIndexAsync(FluidValue index, TemplateContext context) =>
            new(From(find(index.ToStringValue())));

        public override bool Equals(FluidValue other) => ReferenceEquals(this, other) || (other.IsNil() && count == 0);

        public override bool ToBooleanValue() => true;

        public override decimal ToNumberValue() => count;

        public override string ToStringValue() => "";

        public override object ToObjectValue() => "";

        public override bool Equals(object? obj) => ReferenceEquals(this, obj);

        public override int GetHashCode() => count;
    }
}
