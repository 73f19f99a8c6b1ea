using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text;

namespace ChatSupport.Dialogs.Reading;

/// <summary>Reads the values of an enum as authors write them: <c>OldButton</c> is <c>old-button</c>.</summary>
internal static class Words
{
    private static readonly ConcurrentDictionary<Type, FrozenDictionary<string, object>> Known = new();

    /// <summary>The words of an enum with their values, in its order.</summary>
    public static IReadOnlyDictionary<string, object> Of<T>() where T : struct, Enum => Known.GetOrAdd(
        typeof(T), static _ => Enum.GetValues<T>().ToFrozenDictionary(value => Kebab(value.ToString()), value => (object)value, StringComparer.Ordinal));

    /// <summary>The value that is written there; null with a finding where it is none.</summary>
    public static T? Read<T>(YamlScalar text, string what, ICollection<DialogIssue> issues) where T : struct, Enum
    {
        if (Of<T>().TryGetValue(text.Value, out var value))
            return (T)value;

        var allowed = Enum.GetValues<T>().Select(v => Kebab(v.ToString()));
        issues.Add(ShapeRules.UnknownWord.At(text.Mark, $"{what} is '{text.Value}', but one of {string.Join(", ", allowed)} is expected.",
            Similar.Mend(text.Value, Of<T>().Keys, "Write one of them.")));
        return null;
    }

    /// <summary><c>OldButton</c> to <c>old-button</c>.</summary>
    public static string Kebab(string name)
    {
        var kebab = new StringBuilder(name.Length + 4);
        foreach (var c in name)
        {
            if (char.IsAsciiLetterUpper(c) && kebab.Length > 0)
                kebab.Append('-');
            kebab.Append(char.ToLowerInvariant(c));
        }

        return kebab.ToString();
    }
}
