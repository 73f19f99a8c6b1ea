using System.Collections.Frozen;

namespace ChatSupport.Staff.Shell;

/// <summary>The console in Khmer. Written by machine and not reviewed by a person yet.</summary>
internal static class KhmerWords
{
    private static readonly FrozenDictionary<string, string> words = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Home"] = "ទំព័រដើម",
        ["Content"] = "មាតិកា",
        ["Publish"] = "ផ្សាយ",
        ["People"] = "បុគ្គលិក",
        ["Audit log"] = "កំណត់ត្រាសវនកម្ម",
        ["Your account"] = "គណនីរបស់អ្នក",
        ["Sign in"] = "ចូល",
        ["Sign out"] = "ចេញ",
        ["Nothing here"] = "គ្មានអ្វីនៅទីនេះទេ",
        ["This page does not exist, or it moved."] = "ទំព័រនេះមិនមានទេ ឬបានផ្លាស់ទី។",
        ["To the home page"] = "ទៅទំព័រដើម",
        ["Not for your role"] = "មិនមែនសម្រាប់តួនាទីរបស់អ្នកទេ",
        ["Menu"] = "ម៉ឺនុយ",
        ["Dark or light"] = "ងងឹត ឬភ្លឺ",
        ["What needs you now"] = "អ្វីដែលត្រូវការអ្នកឥឡូវនេះ",
        ["Nothing needs you now."] = "ឥឡូវនេះគ្មានអ្វីត្រូវការអ្នកទេ។",
        ["Name"] = "ឈ្មោះ",
        ["Roles"] = "តួនាទី",
        ["Invite"] = "អញ្ជើញ",
        ["Search"] = "ស្វែងរក",
        ["Cancel"] = "បោះបង់",
        ["Save"] = "រក្សាទុក",
        ["When"] = "ពេលណា",
        ["Who"] = "អ្នកណា",
        ["What"] = "អ្វី",
        ["History"] = "ប្រវត្តិ",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The Khmer text; null where there is none yet.</summary>
    public static string? Of(string english) => words.GetValueOrDefault(english);
}
