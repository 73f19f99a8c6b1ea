using ChatSupport.Dialogs.Model;

namespace ChatSupport.Dialogs.Reading;

/// <summary>Where each part of the content came from, so that a check can point at the very word.</summary>
internal sealed class Sources
{
    private readonly Dictionary<object, YamlNode> nodes = new(ReferenceEqualityComparer.Instance);

    /// <summary>Remembers where a part came from.</summary>
    public T Add<T>(T part, YamlNode node) where T : class
    {
        nodes[part] = node;
        return part;
    }

    /// <summary>The text that a part was written as.</summary>
    public string Word(object part) => nodes.GetValueOrDefault(part) is YamlScalar scalar ? scalar.Value : "";

    /// <summary>The node under these names, from a part downwards; null where there is none.</summary>
    public YamlNode? Find(object part, params ReadOnlySpan<string> path)
    {
        var node = nodes.GetValueOrDefault(part);
        foreach (var name in path)
            node = (node as YamlMap)?.Find(name);

        return node;
    }

    /// <summary>Where the value under these names stands; <paramref name="otherwise"/> where there is none.</summary>
    public Mark At(object part, Mark otherwise, params ReadOnlySpan<string> path) => Find(part, path)?.Mark ?? otherwise;
}
