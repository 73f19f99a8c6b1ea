using ChatSupport.Dialogs.Model;

namespace ChatSupport.Dialogs.Reading;

/// <summary>A piece of a YAML file that knows where it stands.</summary>
public abstract class YamlNode
{
    private protected YamlNode(Mark mark) => Mark = mark;

    /// <summary>Where it begins.</summary>
    public Mark Mark { get; }

    /// <summary>What it is, in an author's words, for findings.</summary>
    public abstract string Shape { get; }
}

/// <summary>A list.</summary>
public sealed class YamlList : YamlNode
{
    internal YamlList(Mark mark, IReadOnlyList<YamlNode> items) : base(mark) => Items = items;

    /// <summary>The items in the order of the file.</summary>
    public IReadOnlyList<YamlNode> Items { get; }

    /// <inheritdoc/>
    public override string Shape => "a list";
}

/// <summary>A value that could not be kept (an alias, a nested key). A finding says so already, so readers pass over it in silence.</summary>
public sealed class YamlHole : YamlNode
{
    internal YamlHole(Mark mark) : base(mark)
    {
    }

    /// <inheritdoc/>
    public override string Shape => "a value that could not be read";
}
