using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using ChatSupport.Channels.DirectLine;
using ChatSupport.Channels.DirectLine.Page;
using ChatSupport.Channels.Telegram;
using ChatSupport.Content;
using ChatSupport.Conversations;
using ChatSupport.Escalation;
using ChatSupport.Hosting.Health;
using ChatSupport.Hosting.Http;
using ChatSupport.Hosting.Metrics;
using ChatSupport.Places;
using ChatSupport.Reports;
using ChatSupport.Savings;
using ChatSupport.Staff;
using ChatSupport.Storage;
using ChatSupport.Storage.Encryption;

namespace ChatSupport.Hosting;

/// <summary>Every setting of the program: the properties of every <c>…Options</c> type, under its <c>Section</c>.</summary>
internal static class KnownSettings
{
    private const string Prefix = "ChatSupport";

    /// <summary>All options types with their sections. Written out: looking for them would load every type of the program at each start.</summary>
    public static IReadOnlyList<(string Section, Type Type)> Sections { get; } =
    [
        (ClusterOptions.Section, typeof(ClusterOptions)),
        (ContentOptions.Section, typeof(ContentOptions)),
        (ConversationOptions.Section, typeof(ConversationOptions)),
        (DatabaseOptions.Section, typeof(DatabaseOptions)),
        (DeskOptions.Section, typeof(DeskOptions)),
        (DirectLineOptions.Section, typeof(DirectLineOptions)),
        (HealthOptions.Section, typeof(HealthOptions)),
        (HttpOptions.Section, typeof(HttpOptions)),
        (KeyOptions.Section, typeof(KeyOptions)),
        (MetricsOptions.Section, typeof(MetricsOptions)),
        (PlacesOptions.Section, typeof(PlacesOptions)),
        (ReportsOptions.Section, typeof(ReportsOptions)),
        (SavingsOptions.Section, typeof(SavingsOptions)),
        (StaffOptions.Section, typeof(StaffOptions)),
        (TelegramOptions.Section, typeof(TelegramOptions)),
        (WebChatOptions.Section, typeof(WebChatOptions)),
    ];

    /// <summary>What can be set: properties with a setter.</summary>
    public static IEnumerable<PropertyInfo> Of(Type options) => options.GetProperties().Where(property => property.CanWrite);

    /// <summary>Looks at all settings before any part is made, so that all wrong ones are told at once.</summary>
    /// <exception cref="StartRefusedException">Some are wrong.</exception>
    public static void Require(IConfiguration configuration)
    {
        if (Check(configuration) is [_, ..] wrong)
            throw new StartRefusedException(string.Join('\n', wrong));
    }

    /// <summary>Everything that is wrong with the settings, a sentence with mend each, all at once.</summary>
    public static IReadOnlyList<string> Check(IConfiguration configuration)
    {
        var sentences = new List<string>();
        foreach (var (section, type) in Sections.Where(options => configuration.GetSection(options.Section).Exists())) // defaults are right
            CheckSection(configuration.GetSection(section), section, type, sentences);
        sentences.AddRange(Unknown(configuration.GetSection(Prefix), Prefix));
        sentences.AddRange((configuration["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(address => !IsAddress(address))
            .Select(address => $"urls: '{address}' is no address to listen on. Write it as http://127.0.0.1:5000, with a port between 0 and 65535."));
        return sentences;
    }

    private static void CheckSection(IConfigurationSection values, string section, Type type, List<string> sentences)
    {
        var before = sentences.Count;
        var options = Activator.CreateInstance(type)!;
        foreach (var property in Of(type))
        {
            if (!TrySet(options, property, values.GetSection(property.Name)))
                sentences.Add($"{section}:{property.Name} cannot be read as {StartRefusal.TypeWord(property.PropertyType)}.");
        }
        if (sentences.Count > before)
            return; // what the rest says could come from what was not read
        var failures = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), failures, validateAllProperties: true);
        sentences.AddRange(failures.Select(failure => failure.ErrorMessage!));
    }

    private static bool TrySet(object options, PropertyInfo property, IConfigurationSection value)
    {
        try
        {
            if (IsList(property))
                Set(options, property, value.GetChildren().Any() ? value.Get(property.PropertyType) : null);
            else if (value.Value is { } text)
                Set(options, property, Read(text, property.PropertyType));
            return true;
        }
        catch (Exception e) when (e is FormatException or ArgumentException or NotSupportedException or OverflowException or InvalidCastException or InvalidOperationException)
        {
            return false;
        }
    }

    private static void Set(object options, PropertyInfo property, object? value)
    {
        if (value is not null)
            property.SetValue(options, value);
    }

    private static object? Read(string text, Type type) => (type, Nullable.GetUnderlyingType(type)) switch
    {
        (_, not null) when text.Length == 0 => null,
        (_, { } inner) => TypeDescriptor.GetConverter(inner).ConvertFromInvariantString(text),
        _ => type == typeof(string) ? text : TypeDescriptor.GetConverter(type).ConvertFromInvariantString(text),
    };

    private static bool IsList(PropertyInfo property) => property.PropertyType != typeof(string) && property.PropertyType.IsAssignableTo(typeof(System.Collections.IEnumerable));

    /// <summary>A misspelt setting would otherwise be passed over in silence, a token or a limit with it.</summary>
    private static IEnumerable<string> Unknown(IConfigurationSection at, string path)
    {
        foreach (var child in at.GetChildren())
        {
            var name = $"{path}:{child.Key}";
            if (SettingAt(name) is { } setting)
            {
                foreach (var sentence in UnknownInList(child, name, setting))
                    yield return sentence;
            }
            else if (Sections.Any(known => IsAt(known.Section, name) || known.Section.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase)))
            {
                foreach (var sentence in Unknown(child, name))
                    yield return sentence;
            }
            else
            {
                yield return $"There is no setting {name}. Look for the right name in appsettings.example.json.";
            }
        }
    }

    private static bool IsAddress(string text)
    {
        try
        {
            var address = BindingAddress.Parse(text);
            return address.IsUnixPipe || (address.Scheme is "http" or "https" && address.Port is >= 0 and <= 65535);
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>The entries of a list have names of their own.</summary>
    private static IEnumerable<string> UnknownInList(IConfigurationSection list, string path, PropertyInfo setting)
    {
        if (!IsList(setting) || setting.PropertyType.GetGenericArguments() is not [{ IsClass: true } entry] || entry == typeof(string))
            return [];
        var names = Of(entry).Select(property => property.Name).ToList();
        return list.GetChildren().SelectMany(item => item.GetChildren()
            .Where(child => !names.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
            .Select(child => $"There is no setting {path}:{item.Key}:{child.Key}. What can stand there: {string.Join(", ", names)}."));
    }

    private static PropertyInfo? SettingAt(string name) => Sections
        .SelectMany(known => Of(known.Type).Where(property => IsAt($"{known.Section}:{property.Name}", name))).FirstOrDefault();

    private static bool IsAt(string known, string name) => string.Equals(known, name, StringComparison.OrdinalIgnoreCase);
}
