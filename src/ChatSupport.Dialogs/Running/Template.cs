using System.Diagnostics.CodeAnalysis;
using ChatSupport.Dialogs.Running.Liquid;
using Fluid;

namespace ChatSupport.Dialogs.Running;

/// <summary>A text with blanks to fill in, written in Liquid. Immutable and safe to render on many threads at once.
/// It can read variables only: no files, no includes, no clock; steps and length are limited.</summary>
public sealed class Template
{
    private readonly string source;
    private readonly IFluidTemplate? parsed;

    private Template(string source, IFluidTemplate? parsed, IReadOnlyList<string> names)
    {
        this.source = source;
        this.parsed = parsed;
        Names = names;
    }

    /// <summary>The longest template, in UTF-16 units.</summary>
    public const int MaxLength = 8_000;

    /// <summary>The variables it reads, each once, in the order they appear: <c>place</c> for <c>{{ place.name }}</c>.
    /// Names that the template itself makes (<c>for</c>, <c>assign</c>) are not among them.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Reads a template.</summary>
    /// <param name="text">The text as the author wrote it.</param>
    /// <param name="template">The template; null where it cannot be read.</param>
    /// <param name="problem">Why not, one sentence without line breaks; empty where it can.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out Template? template, out string problem)
    {
        template = null;
        if (!HasBlanks(text))
        {
            template = new Template(text, null, []);
            problem = "";
            return true;
        }

        var readable = Sandbox.TryParse(text, out var parsed, out var names, out var fault);
        problem = fault?.Sentence ?? "";
        template = readable ? new Template(text, parsed, names!.Read) : null;
        return readable;
    }

    /// <summary>Fills in the blanks. Never throws; the text is plain, nothing is escaped.</summary>
    public Rendering Render(Scope scope) =>
        parsed is null ? new Rendering(source, false) : Sandbox.Render(parsed, scope);

    /// <summary>The text as the author wrote it.</summary>
    public override string ToString() => source;

    internal static bool HasBlanks(string text) =>
        text.Contains("{{", StringComparison.Ordinal) || text.Contains("{%", StringComparison.Ordinal);
}
