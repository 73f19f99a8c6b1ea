using System.Globalization;
using Fluid;
using Fluid.Values;

namespace ChatSupport.Dialogs.Running.Liquid;

/// <summary>How much a template may do. The library bounds the statements; these bound the texts that they make.</summary>
internal static class Limits
{
    public const int Statements = 2_000;
    public const int TextLength = 16_000;

    // Texts of this length are compared or multiplied at once; replacing each letter by a long text is the worst case.
    private const long Product = 1_000_000;

    /// <summary>Wraps a filter of the library, so that texts and lists cannot grow without end by passing through it again and again.</summary>
    public static FilterDelegate Bound(FilterDelegate filter) => async (input, arguments, context) =>
    {
        long product = Math.Max(1, Size(input));
        for (var i = 0; i < arguments.Count; i++)
            product = Math.Min(product, Product + 1) * Math.Max(1, Size(arguments.At(i)));
        if (product > Product)
            throw new LimitException();

        var result = await filter(input, arguments, context);
        return Size(result) > TextLength ? throw new LimitException() : result;
    };

    private static int Size(FluidValue value) => value switch
    {
        StringValue text => text.ToStringValue().Length,
        ArrayValue list => list.Values.Sum(item => 1 + Size(item)),
        _ => 1,
    };

    /// <summary>Takes the text of a rendering until it is too long.</summary>
    internal sealed class Writer() : StringWriter(CultureInfo.InvariantCulture)
    {
        public override void Write(char value)
        {
            Grow(1);
            base.Write(value);
        }

        public override void Write(char[] buffer, int index, int count)
        {
            Grow(count);
            base.Write(buffer, index, count);
        }

        public override void Write(ReadOnlySpan<char> buffer)
        {
            Grow(buffer.Length);
            base.Write(buffer);
        }

        public override void Write(string? value)
        {
            Grow(value?.Length ?? 0);
            base.Write(value);
        }

        private void Grow(int by)
        {
            if (GetStringBuilder().Length + by > TextLength)
                throw new LimitException();
        }
    }
}

/// <summary>A template made more text than it may.</summary>
internal sealed class LimitException : Exception;
