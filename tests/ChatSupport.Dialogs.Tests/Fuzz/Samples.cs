using System.Text;

namespace ChatSupport.Fuzzing;

/// <summary>Sound inputs to begin with, and the words that each language is made of.</summary>
internal static class Samples
{
    /// <summary>Dialogs.</summary>
    public static IReadOnlyList<byte[]> Yaml { get; } = Bytes(
        "format: 1\ndialog: example\ntitle: { km: ម៉ោង, en: Hours }\nkeywords: { km: [ម៉ោង], en: [hours] }\nstatus: { km: draft, en: draft }\nscreens:\n  start:\n    text: { km: ក, en: a }\n    choices:\n      - { label: { km: ខ, en: b }, go: home }\n",
        "format: 1\ndialog: example\ntitle: { en: A }\nvariables: { age: number }\nscreens:\n  start:\n    text: |-\n      hello {{ age }}\n    ask: { kind: number, into: age, min: 1, max: 9, go: home }\n    when:\n      - { if: \"age < 18\", go: home }\n",
        "format: 1\ndialog: example\nscreens:\n  start: &a\n    set: { x: \"1\" }\n    do: { action: test.find, with: { need: x }, into: found }\n    map: found\n    choices:\n      - { each: found, as: one, label: { en: \"{{ one.name }}\" }, go: start }\n  other: *a\n",
        "format: 1\nentries:\n  - id: one\n    class: violence\n    level: 0\n    note: A note.\n    words: { km: [រំលោភ], km-Latn: [romlop], en: [beat me], emoji: [\"🔪\"] }\n    not: { km: [រំលោភសិទ្ធិ] }\n    status: { km: draft }\n");

    public static IReadOnlyList<byte[]> YamlWords { get; } = Bytes(
        "format: 1\n", "dialog: example\n", "screens:\n", "  start:\n", "    text: ", "title: ", "keywords: ", "source: ", "status: ", "variables: ", "sensitive: true\n", "choices:\n", "- ", "label: ", "go: home", "go: ",
        "when:\n", "if: ", "set: ", "do: ", "with: ", "into: ", "ask: ", "kind: number", "voice: ", "map: ", "each: ", "as: ", "km: ", "en: ", "{ ", " }", "[", "]", ", ", "\n", "  ", "    ", "\t", "&a ", "*a", "<<: *a", "!!str ", "!x ",
        "|-\n", ">+\n", "'", "\"", "\\u", "\\x0", "# ", "--- ", "...\n", "%YAML 1.2\n", "? ", ": ", "~", "null", "0x1", "1e9", "2026-11-24", "ក្រ", "\u200B", "\uFEFF", "\0", "{{ x }}", "{% if a %}", "x#y", "peer.request");

    /// <summary>Talks.</summary>
    public static IReadOnlyList<byte[]> Talks { get; } = Bytes(
        "talk: One\nlanguage: km\nstarts: home\nshe: ១\nscreen: rights\nshe presses: ថយក្រោយ\nscreen: home\nsays: អ្វី\n",
        "talk: Two\nlanguage: en\nchannel: web\nstarts: home\nnow: 2026-11-24 12:00\nshe shares: 10.6, 103.5\nscreen: services#near\nvariable: need = health\nnever says: x\nmissed: yes\neffect: pin.set pin=2580\n");

    public static IReadOnlyList<byte[]> TalkWords { get; } = Bytes(
        "talk: ", "language: km\n", "language: ", "starts: ", "starts: home\n", "channel: ", "now: ", "she: ", "she presses: ", "she shares: ", "screen: ", "says: ", "never says: ", "effect: ", "variable: ", "missed: yes\n",
        " = ", "=", "home", "privacy#lock", "១", "10.6, 103.5", "NaN, 1e999", "2026-11-24 12:00", "\n", "\r\n", "# ", ":", " ", "\t", "ក្រ", "\0", "link.offer", "pin=2580");

    public static IReadOnlyList<string> Templates { get; } =
    [
        "{% if age < 18 %}young{% elsif age == 18 %}x{% else %}old{% endif %}", "{% for p in found %}{{ forloop.index }}: {{ p.name | default: 'x' }} {{ p.metres | plus: 1 }}{% endfor %}",
        "{% assign a = name | split: ',' | join: ' ' | truncate: 9 %}{{ a | upcase | append: name }}", "{{ found | size }}{{ name.size }}{{ found[0].name }}{{ found.first.metres | times: 3 | divided_by: 2 }}", "{{ today }} {{ lang }} {{ channel }}",
    ];

    public static IReadOnlyList<string> TemplateWords { get; } =
    [
        "{{ ", " }}", "{% ", " %}", "{%- ", " -%}", "{{-", "if ", "endif", "elsif ", "else", "for x in ", "endfor", "assign a = ", "case ", "when ", "endcase", "unless ", "endunless", "break", "continue", "cycle 'a','b'", "capture x", "include 'x'",
        "render 'x'", "comment", "endcomment", "raw", "endraw", "name", "age", "own", "found", "found[0]", ".name", ".size", ".first", "[", "]", "(1..9)", "(1..1000000000)", "'", "\"", "'x'", "1", "-1", "0", "99999999999999999999", "1e308", "nil", "empty",
        "blank", "true", " == ", " != ", " < ", " >= ", " and ", " or ", " contains ", " | append: name", " | times: 1000000", " | divided_by: 0", " | modulo: 0", " | split: ''", " | join: name", " | replace: '', name", " | slice: -1, 9", " | round: 99",
        " | date: '%Y'", " | sort", " | map: 'name'", " | where: 'a'", " | concat: found", " | truncate: -1", " | default: a", " | json", " | base64_decode", "\n", " ", "ក្រ", "\uD800", "\uFFFF", "limit:1 ", "offset:-1 ", "reversed",
    ];

    public static IReadOnlyList<string> Conditions { get; } = ["age < 18 and lang == \"km\"", "found.size > 0 or own", "name contains 'ម៉' and age != nil", "found[0].metres >= 1", "own == true", "name == empty"];

    public static IReadOnlyList<string> Khmer { get; } =
    [
        "ខ្ញុំចង់សួរអំពីថែមម៉ោង", "ស្រ្តី", "ស្ត្រី", "សួស្តី​បង", "khnhom chong suor maong tver ka", "ប្រាក់ខែ ១.២៥០.០០០៛", "នាង​ត្រូវ​គេ​វាយ​ធ្វើបាប", "do they have to pay overtime", "ដេញចេញពីការងារ ២០២៦", "ក៏", "ហ៊ុំ", "អ៊ឺ", "ណ្ណ", "ក្ក្ក្ក្ក",
    ];

    public static IReadOnlyList<string> KhmerWords { get; } =
    [
        .. Enumerable.Range(0x1780, 0x80).Select(letter => ((char)letter).ToString()), "\u17D2", "\u17D2រ", "\u17D2ត", "\u17D2ដ", "\u200B", "\u200C", "\u200D", "\u2060", "\uFEFF", "៉ុ", "ើា", "េី", "ា", "ំ", "់", " ", "។", "១២៣", "123", "a", "kh", "ou", "\uD83D\uDE42", "\uD800", "\uDC00",
        "\u0301", "ម៉ោង", "ប្រាក់ខែ", "ចាកចេញ", "leave", "lotus", "\u1F00", "ﷺ", "\u202E",
    ];

    public static IReadOnlyList<string> Buttons { get; } = ["c-1", "n-back", "n-home", "n-leave", "n-listen", "n-person", "m-1", "b:c-1", "open-notice", "home#start", "rights/hours#start:3"];

    public static IReadOnlyList<string> ButtonWords { get; } = ["c", "n", "-", ":", "#", "/", "0", "1", "6", "99999999999", "-1", "home", "rights", "hours", "back", "leave", "listen", "person", "notice", "\0", "\n", " ", "១", "ក្រ", "\uD800", "😀", "|", "{{", "=", "start"];

    private static byte[][] Bytes(params string[] texts) => [.. texts.Select(Encoding.UTF8.GetBytes)];
}
