using System.Globalization;

namespace ChatSupport.Dialogs.Running.Liquid;

/// <summary>Bounds what nests: the library reads nested parts by calling itself, so that a hostile text could exhaust the stack or the day.</summary>
internal static class Depth
{
    private const int Tags = 100;
    private const int Brackets = 12;

    /// <summary>The fault where a template nests too much; else null.</summary>
    public static LiquidFault? Exceeded(string template)
    {
        var tags = 0;
        for (var at = NextTag(template, 0); at >= 0; at = NextTag(template, at))
        {
            var end = template.IndexOf(template[at + 1] == '%' ? "%}" : "}}", at + 2, StringComparison.Ordinal);
            end = end < 0 ? template.Length : end;
            if (++tags > Tags)
                return new LiquidFault(Sentence("It", $"more than {Tags} tags"), at);
            if (ExceededInside(template.AsSpan(at, end - at), "One of its tags") is { } fault)
                return fault with { At = at };

            at = end;
        }

        return null;
    }

    /// <summary>The fault where one condition or tag is too long or nests too much; else null.</summary>
    public static LiquidFault? ExceededInside(ReadOnlySpan<char> code, string subject)
    {
        if (code.Length > Condition.MaxLength)
        {
            var what = string.Create(CultureInfo.InvariantCulture, $"{code.Length} characters, more than {Condition.MaxLength}");
            return new LiquidFault(Sentence(subject, what), 0);
        }

        return code.Count('(') + code.Count('[') > Brackets ? new LiquidFault(Sentence(subject, $"more than {Brackets} brackets"), 0) : null;
    }

    private static int NextTag(string template, int from)
    {
        for (var at = template.IndexOf('{', from); at >= 0 && at + 1 < template.Length; at = template.IndexOf('{', at + 1))
        {
            if (template[at + 1] is '{' or '%')
                return at;
        }

        return -1;
    }

    private static string Sentence(string subject, string what) => $"{subject} has {what}; make it simpler.";
}
