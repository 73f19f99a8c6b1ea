using System.Collections.Frozen;
using ChatSupport.Dialogs.Reading.Checks;

namespace ChatSupport.Dialogs.Reading;

/// <summary>Every kind of finding that reading the dialogs can make.</summary>
public static class Rules
{
    /// <summary>All of them, by code.</summary>
    public static IReadOnlyList<Rule> All { get; } = [.. FileRules.All.Concat(ShapeRules.All).Concat(AllChecks.Rules).Concat(RiskCheck.Rules).Concat(Running.Talks.TalkRules.All).OrderBy(rule => rule.Code, StringComparer.Ordinal)];

    private static readonly FrozenDictionary<string, Rule> ByCode = All.ToFrozenDictionary(rule => rule.Code, StringComparer.Ordinal);

    /// <summary>The kind of this code; null for a code of another part of the program.</summary>
    public static Rule? Find(string code) => ByCode.GetValueOrDefault(code);
}
