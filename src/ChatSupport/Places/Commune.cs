using ChatSupport.Dialogs.Model;

namespace ChatSupport.Places;

/// <summary>A district or municipality (four digits) or a commune or quarter (six digits, the first four are its district).</summary>
internal sealed record Commune
{
    /// <summary>Code of the national gazetteer.</summary>
    public required string Code { get; init; }

    public required CommuneKind Kind { get; init; }

    /// <summary>The name as it is shown; Khmer in canonical order.</summary>
    public required Texts Name { get; init; }

    /// <summary>Other spellings that people type.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    public required Mark Mark { get; init; }

    /// <summary>Code of the district it lies in; its own for a district.</summary>
    public string District => Code[..4];

    public bool IsDistrict => Code.Length == 4;
}

/// <summary>What the gazetteer calls it. In the file: the name in lower case.</summary>
internal enum CommuneKind
{
    /// <summary>ក្រុង</summary>
    Municipality,

    /// <summary>ស្រុក</summary>
    District,

    /// <summary>ឃុំ</summary>
    Commune,

    /// <summary>សង្កាត់</summary>
    Quarter,
}
