using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Fluid;
using Fluid.Ast;
using Fluid.Parser;
using Parlot.Fluent;

namespace ChatSupport.Dialogs.Running.Liquid;

/// <summary>The only door to the template library: what it may read, how long it may run, and its errors in plain words.</summary>
internal static class Sandbox
{
    private static readonly Grammar grammar = new();
    private static readonly TemplateOptions options = Options();

    public static bool TryParse(
        string text, [NotNullWhen(true)] out IFluidTemplate? template, [NotNullWhen(true)] out LiquidNames? names, [NotNullWhen(false)] out LiquidFault? fault)
    {
        template = null;
        names = null;
        fault = text.Length > Template.MaxLength
            ? new LiquidFault(string.Create(CultureInfo.InvariantCulture, $"It is {text.Length} characters long, but may have at most {Template.MaxLength}."), 0)
            : Unwritable(text) ?? Depth.Exceeded(text);
        if (fault is not null)
            return false;

        if (!grammar.TryParse(text, out var parsed, out var error))
        {
            fault = LiquidProblem.From(error, text);
            return false;
        }

        if (!TryName(visitor => visitor.VisitTemplate(parsed), text, false, out names, out fault))
            return false;

        template = parsed;
        return true;
    }

    public static bool TryParseCondition(
        string text, [NotNullWhen(true)] out Expression? condition, [NotNullWhen(true)] out LiquidNames? names, [NotNullWhen(false)] out LiquidFault? fault)
    {
        condition = null;
        names = null;
        fault = Unwritable(text) ?? Depth.ExceededInside(text, "It");
        if (fault is not null)
            return false;

        if (!grammar.TryParseCondition(text, out var parsed, out fault))
            return false;

        if (!TryName(visitor => visitor.Visit(parsed), text, true, out names, out fault))
            return false;

        condition = parsed;
        return true;
    }

    public static Rendering Render(IFluidTemplate template, Scope scope)
    {
        try
        {
            using var writer = new Limits.Writer();
            var rendering = template.RenderAsync(writer, Context(scope), NullEncoder.Default);
            if (!rendering.IsCompletedSuccessfully)
                rendering.AsTask().GetAwaiter().GetResult(); // nothing in a template waits: this only brings out what was thrown
            return new Rendering(writer.ToString(), false);
        }
        catch (Exception error) when (IsOfTheTemplate(error))
        {
            return new Rendering("", true);
        }
    }

    public static bool Holds(Expression condition, Scope scope)
    {
        try
        {
            var context = Context(scope);
            var result = condition.EvaluateAsync(context);
            return (result.IsCompletedSuccessfully ? result.Result : result.AsTask().GetAwaiter().GetResult()).ToBooleanValue();
        }
        catch (Exception error) when (IsOfTheTemplate(error))
        {
            return false;
        }
    }

    /// <summary>The library's table of letters ends before the last one, which no text may hold anyway.</summary>
    private static LiquidFault? Unwritable(string text) => text.IndexOf('\uFFFF', StringComparison.Ordinal) is >= 0 and var at
        ? new LiquidFault("It holds the sign U+FFFF, which is no letter; delete it.", at)
        : null;

    private static bool TryName(
        Action<LiquidNames> visit, string text, bool isCondition, [NotNullWhen(true)] out LiquidNames? names, [NotNullWhen(false)] out LiquidFault? fault)
    {
        var visitor = new LiquidNames();
        visit(visitor);
        fault = visitor.UnknownFilter is { } filter ? LiquidProblem.UnknownFilter(filter, LiquidScan.Filter(text, isCondition, filter))
            : visitor.HasRange ? new LiquidFault("A range such as (1..5) cannot be used here; repeat over a list variable.", Math.Max(0, text.IndexOf("..", StringComparison.Ordinal)))
            : null;
        names = fault is null ? visitor : null;
        return fault is null;
    }

    private static TemplateContext Context(Scope scope)
    {
        var context = new TemplateContext(LiquidValues.From(scope), options);
        context.AmbientValues["lang"] = scope.Language;
        return context;
    }

    private static TemplateOptions Options()
    {
        var made = new TemplateOptions
        {
            MaxSteps = Limits.Statements,
            MaxRecursion = 20,
            CultureInfo = CultureInfo.InvariantCulture,
            ModelNamesComparer = StringComparer.Ordinal,
            TimeZone = TimeZoneInfo.Utc,
            Now = static () => DateTimeOffset.UnixEpoch, // templates have no clock
        };
        LiquidFilters.Keep(made.Filters);
        return made;
    }

    // Everything that a template can provoke: broken limits, numbers compared with texts, division by zero, overflow.
    private static bool IsOfTheTemplate(Exception error) =>
        error is LimitException or FluidException or InvalidOperationException or ArithmeticException or ArgumentException
            or FormatException or InvalidCastException or NullReferenceException or IndexOutOfRangeException;

    private sealed class Grammar : FluidParser
    {
        private static readonly string[] kept =
            ["if", "unless", "case", "for", "break", "continue", "assign", "comment", "raw", "cycle", "#"];

        private readonly Parser<Expression> condition;

        public Grammar() : base(new FluidParserOptions { AllowParentheses = true })
        {
            foreach (var tag in RegisteredTags.Keys.Except(kept, StringComparer.Ordinal).ToList())
                RegisteredTags.Remove(tag);
            condition = LogicalExpression;
        }

        public bool TryParseCondition(
            string text, [NotNullWhen(true)] out Expression? expression, [NotNullWhen(false)] out LiquidFault? fault)
        {
            var context = new FluidParseContext(text);
            fault = null;
            if (!condition.TryParse(context, out expression, out var error))
            {
                fault = error is null ? LiquidProblem.NoCondition(text) : LiquidProblem.From(error.Message ?? "", text) with { At = error.Position.Offset };
                return false;
            }

            context.SkipWhiteSpace();
            if (context.Scanner.Cursor.Eof)
                return true;

            fault = LiquidProblem.Rest(text[..context.Scanner.Cursor.Offset], text[context.Scanner.Cursor.Offset..]);
            return false;
        }
    }
}
