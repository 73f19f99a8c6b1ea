using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ChatSupport.Dialogs.Model;

namespace ChatSupport.Dialogs.Running;

/// <summary>Makes the ids of buttons. The id of a choice says what the choice does, not how it is worded or where it stands:
/// after a correction of a text an old button still works, after a change of its target it is known to be old.</summary>
internal static class ButtonIds
{
    public const string Home = "n-home";
    public const string Person = "n-person";
    public const string Leave = "n-leave";

    /// <summary>Back and listen belong to one screen: pressed under an older menu they would mean another step or another voice.</summary>
    public static string Back(ScreenId screen) => "b" + Hash(screen.ToString());

    public static string Listen(ScreenId screen) => "l" + Hash(screen.ToString());

    public static string Suggestion(ScreenId screen) => "s" + Hash(screen.ToString());

    /// <summary>The ids of a screen's choices, in order. Two choices that do the same are told apart by their order.</summary>
    public static string[] Of(Screen screen)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. screen.Choices.Select(choice =>
        {
            var does = Does(choice);
            var times = seen[does] = seen.GetValueOrDefault(does) + 1;
            return "c" + Hash($"{screen.Id}\n{does}\n{times}");
        })];
    }

    /// <summary>The id of a choice for one element of its list: an element that says its <c>id</c> keeps its button whatever else changes in it.</summary>
    public static string ForItem(string choiceId, Value item)
    {
        var identity = item is Value.Fields fields && fields.Items.TryGetValue("id", out var id) ? id : item;
        return choiceId + Hash(JsonSerializer.Serialize(identity, DialogJson.Options))[..10];
    }

    private static string Does(Choice choice)
    {
        var text = new StringBuilder();
        text.Append(choice.Go.Screen?.ToString() ?? choice.Go.Action).Append('\n');
        Append(text, choice.Go.With);
        text.Append(choice.Do?.Name).Append('\n').Append(choice.Do?.Into).Append('\n');
        Append(text, choice.Do?.With);
        Append(text, choice.Set);
        return text.Append(choice.Each).ToString();
    }

    private static void Append(StringBuilder text, IReadOnlyDictionary<string, string>? pairs)
    {
        foreach (var (name, value) in (pairs ?? new Dictionary<string, string>()).OrderBy(pair => pair.Key, StringComparer.Ordinal))
            text.Append(name).Append('=').Append(value).Append('\n');
        text.Append('\n');
    }

    private static string Hash(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return Base64Url.EncodeToString(hash[..9]);
    }
}
