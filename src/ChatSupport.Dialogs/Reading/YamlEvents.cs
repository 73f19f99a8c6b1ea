using System.Diagnostics.CodeAnalysis;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using Mark = ChatSupport.Dialogs.Model.Mark;

namespace ChatSupport.Dialogs.Reading;

/// <summary>Builds nodes from the parser's events. Aliases are never followed and depth is counted, so no file can grow in memory or overflow the stack.</summary>
internal sealed class YamlEvents(SourceText source, ICollection<DialogIssue> issues)
{
    private readonly Stack<YamlEntries> spare = []; // as many as maps stand in one another
    private Parser parser = null!;
    private int findings;
    private int depth;

    public YamlMap? Read(string text)
    {
        parser = new Parser(new StringReader(text));
        try
        {
            return ReadDocument();
        }
        catch (YamlException wrong)
        {
            Find(FileRules.NotYaml, At(wrong.Start), $"The file is not YAML from here on: {Sentence(wrong.Message)}",
                "Look at the indentation, quotes and colons of this line and the one above it.");
            return null;
        }
        catch (GivenUpException)
        {
            return null;
        }
    }

    private YamlMap? ReadDocument()
    {
        Next(); // stream start
        if (Next() is not DocumentStart document)
        {
            Find(FileRules.NotAMap, new Mark(source.File, 1, 1), "The file is empty.", "Begin it with 'format: 1'.");
            return null;
        }

        if (document.Tags is { Count: > 0 } && document.Tags.Any(tag => !IsStandard(tag)))
            Find(FileRules.Tag, At(document.Start), "The file declares tags of its own.", "Delete the line that begins with %TAG.");

        var root = ReadNode(Next());
        Next(); // document end
        if (Next() is DocumentStart second)
        {
            Find(FileRules.SecondDocument, At(second.Start), "A second document begins here, but a file holds one dialog.",
                "Delete the line '---' or move what follows into a file of its own.");
            return null;
        }

        if (root is YamlMap or YamlHole)
            return root as YamlMap;

        Find(FileRules.NotAMap, root.Mark, $"The file holds {root.Shape}, but names with values are expected.", "Begin it with 'format: 1'.");
        return null;
    }

    private YamlNode ReadNode(ParsingEvent at)
    {
        if (at is AnchorAlias alias)
        {
            Find(FileRules.Alias, At(at.Start), $"The alias '*{alias.Value}' stands here, but every text is written out.", "Write the value itself.");
            return new YamlHole(At(at.Start));
        }

        if (at is NodeEvent node)
            RefuseDecoration(node);

        return at switch
        {
            Scalar scalar => new YamlScalar(At(scalar.Start), scalar.Value, scalar.Style, source),
            SequenceStart => ReadList(at),
            MappingStart => ReadMap(at),
            _ => new YamlHole(At(at.Start)),
        };
    }

    private void RefuseDecoration(NodeEvent node)
    {
        if (!node.Anchor.IsEmpty)
            Find(FileRules.Alias, At(node.Start), $"The anchor '&{node.Anchor.Value}' stands here, but every text is written out.", "Delete it.");
        if (!node.Tag.IsEmpty)
            Find(FileRules.Tag, At(node.Start), $"The tag '{node.Tag.Value}' stands here, but the place decides what a value is.", "Delete it.");
    }

    private YamlList ReadList(ParsingEvent start)
    {
        Enter(start);
        var items = new List<YamlNode>();
        for (var at = Next(); at is not SequenceEnd; at = Next())
            items.Add(ReadNode(at));

        depth--;
        return new YamlList(At(start.Start), items);
    }

    /// <summary>A map with a nested key is mostly a template without quotes: it is passed over whole, so that one mistake makes one finding.</summary>
    private YamlNode ReadMap(ParsingEvent start)
    {
        Enter(start);
        var isTemplate = false;
        var entries = spare.TryPop(out var used) ? used : new YamlEntries();
        for (var at = Next(); at is not MappingEnd; at = Next())
        {
            var key = ReadNode(at);
            var value = ReadNode(Next());
            if (key is not YamlScalar name)
            {
                RefuseKey(key);
                isTemplate = true;
                continue;
            }

            if (entries.Add(new YamlMap.Entry(name.Value, name.Mark, value)) is { } first)
                RefuseRepeated(name, first.KeyMark.Line);
        }

        depth--;
        var map = entries.ToMap(At(start.Start));
        spare.Push(entries);
        return isTemplate ? new YamlHole(map.Mark) : map;
    }

    private void RefuseRepeated(YamlScalar name, int firstLine) =>
        Find(FileRules.RepeatedKey, name.Mark, $"'{name.Value}' stands here a second time; it was first on line {firstLine}.", "Keep one of the two.");

    private void RefuseKey(YamlNode key)
    {
        if (key is YamlHole)
            return;

        Find(FileRules.NestedKey, key.Mark, $"The name here is {key.Shape}, but a plain text is expected.",
            "Put quotes around a template: \"{{ name }}\".");
    }

    private void Enter(ParsingEvent at)
    {
        if (++depth <= YamlFile.MaxDepth)
            return;

        Find(FileRules.TooDeep, At(at.Start), $"Lists and maps stand more than {YamlFile.MaxDepth} deep in one another here.", "Write it flatter.");
        throw new GivenUpException();
    }

    private ParsingEvent Next()
    {
        try
        {
            return parser.MoveNext() ? parser.Current! : throw new GivenUpException();
        }
        catch (Exception fault) when (fault is not (YamlException or GivenUpException))
        {
            // The library's scanner breaks on some bytes instead of refusing them: to an author that is the same.
            Find(FileRules.NotYaml, parser.Current is { } last ? At(last.End) : new Mark(source.File, 1, 1), "The file is not YAML from here on.",
                "Look at the indentation, quotes and colons of this line and the ones below it.");
            throw new GivenUpException();
        }
    }

    private void Find(Rule rule, Mark mark, string message, string mend)
    {
        issues.Add(rule.At(mark, message, mend));
        if (++findings < FileRules.MostFindings)
            return;

        issues.Add(FileRules.TooManyFindings.At(mark, $"The file has more than {FileRules.MostFindings} findings.", "Mend these first."));
        throw new GivenUpException();
    }

    private Mark At(YamlDotNet.Core.Mark mark) => new(source.File, (int)mark.Line, (int)mark.Column);

    private static bool IsStandard(YamlDotNet.Core.Tokens.TagDirective tag) => tag.Handle is "!" or "!!";

    private static string Sentence(string message) => message.TrimEnd('.') + ".";

    /// <summary>Reading stops in the middle of a file; the finding is made already.</summary>
    [SuppressMessage("Design", "CA1032", Justification = "Never leaves this class.")]
    [SuppressMessage("Design", "CA1064", Justification = "Never leaves this class.")]
    private sealed class GivenUpException : Exception;
}
