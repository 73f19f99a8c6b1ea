using System.Text.Json;
using System.Text.Json.Serialization;
using ChatSupport.Savings.Accounts;
using ChatSupport.Savings.Entries;
using ChatSupport.Savings.Groups;
using ChatSupport.Savings.Holds;

namespace ChatSupport.Savings.Carrying;

/// <summary>One line of an export: exactly one of these.</summary>
internal sealed record LedgerLine
{
    /// <summary>What the first line says. Another number is another form, which this version does not read.</summary>
    public const int Form = 1;

    /// <summary>How lines are written: names of enumerations, and nothing that is unknown.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        NumberHandling = JsonNumberHandling.Strict,
        Converters = { new JsonStringEnumConverter(allowIntegerValues: false) },
        RespectNullableAnnotations = true,
    };

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Savings { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SavingsGroup? Group { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SavingsMember? Member { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LedgerAccount? Account { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LedgerHold? Hold { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LedgerEnd? End { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LedgerEntry? Entry { get; init; }

    /// <summary>The last line: how many lines are before it, so that one that was cut off is seen.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Lines { get; init; }

    /// <summary>How many of its parts are there: 1 in a sound line.</summary>
    [JsonIgnore]
    public int Parts => All.Count(part => part is not null);

    /// <summary>Which part it is: lines stand in this order, because the database takes what an entry names before the entry.</summary>
    [JsonIgnore]
    public int Rank => Array.FindIndex(All, part => part is not null) is var at && at == 1 ? 2 : at; // a group stands behind the members of another

    private object?[] All => [Savings, Group, Member, Account, Hold, End, Entry, Lines];
}
