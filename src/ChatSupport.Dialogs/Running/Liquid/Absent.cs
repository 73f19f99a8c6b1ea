using Fluid;
using Fluid.Values;

namespace ChatSupport.Dialogs.Running.Liquid;

#pragma warning disable CS0672, CS0618 // the library keeps these abstract although it calls them obsolete

/// <summary>A variable without a value. It equals nil, empty and blank alike: an author should not need to know
/// whether a search found nothing or failed.</summary>
internal sealed class Absent : FluidValue
{
    public static readonly Absent Value = new();

    private Absent()
    {
    }

    public override FluidValues Type => FluidValues.Nil;

    public override bool Equals(FluidValue other) => other.IsNil();

    public override bool IsNil() => true;

    public override bool ToBooleanValue() => false;

    public override decimal ToNumberValue() => 0;

    public override string ToStringValue() => "";

    public override object? ToObjectValue() => null;

    public override ValueTask<FluidValue> GetValueAsync(string name, TemplateContext context) =>
        new(name == "size" ? NumberValue.Zero : this);

    public override bool Equals(object? obj) => obj is Absent;

    public override int GetHashCode() => 0;
}
