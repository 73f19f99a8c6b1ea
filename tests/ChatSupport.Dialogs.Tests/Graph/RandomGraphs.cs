using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Tests.Reading;
using CsCheck;

namespace ChatSupport.Dialogs.Tests.Graph;

/// <summary>Content of any shape, with ways to everywhere and nowhere, and texts that would break out of a drawing.</summary>
internal static class RandomGraphs
{
    private static readonly string[] pieces =
    [
        "a", "word ", "<script>alert(1)</script>", "</svg>", "\"", "'", "&", "&amp;", "]]>", "<!--", "\0", "\u0001", "\u001B", "\u0085", "\n", "\r", "\uFFFE", "\uD800", "\uDC00", "😀",
        "សួស្តី", "ស្ត្រី", "\u17D2", "ា", "\u200B", "\u202E", "{{ x }}", "{% if x %}", "…", "javascript:",
    ];

    private static readonly Gen<string> texts = Gen.Int[0, pieces.Length - 1].Select(at => pieces[at]).Array[0, 30].Select(string.Concat);
    private static readonly DialogSet sound = Content.Read(Content.With([])).Set!;

    /// <summary>Some dialogs with some screens, each with ways of any kind.</summary>
    public static Gen<DialogSet> Any { get; } =
        Gen.Select(Gen.Int[1, 12], Gen.Int[1, 12], Gen.Int[0, int.MaxValue], texts.Array[1, 6]).Select(Make);

    public static DialogSet Make(int dialogs, int screens, int seed, string[] words)
    {
        var random = new Random(seed);
        var made = Enumerable.Range(0, dialogs).Select(dialog => Dialog(NameOf(dialog), 1 + random.Next(screens), target => Target(target, dialogs, screens), random, words));
        return sound with { Dialogs = made.ToDictionary(dialog => dialog.Id, StringComparer.Ordinal) };
    }

    private static Dialog Dialog(string id, int screens, Func<Random, ScreenId> target, Random random, string[] words) => new()
    {
        Id = id,
        Title = Text(random, words),
        Sensitive = random.Next(3) == 0,
        Mark = new Mark(id + ".yaml", 1, 1),
        Screens = Enumerable.Range(0, screens).ToDictionary(ScreenOf, at => new Screen
        {
            Id = new ScreenId(id, ScreenOf(at)),
            Text = random.Next(5) == 0 ? Texts.None : Text(random, words),
            Choices = [.. Enumerable.Range(0, random.Next(4)).Select(_ => new Choice { Label = Text(random, words), Go = Go(target(random)), Mark = default })],
            Branches = [.. Enumerable.Range(0, random.Next(2)).Select(_ => new Branch(Word(random, words), Go(target(random)), default))],
            Ask = random.Next(5) == 0 ? new Ask { Kind = AskKind.Text, Go = Go(target(random)), Mark = default } : null,
            Mark = new Mark(id + ".yaml", 10 * (at + 1), 3),
        }, StringComparer.Ordinal),
    };

    private static ScreenId Target(Random random, int dialogs, int screens) => new(NameOf(random.Next(dialogs + 1)), ScreenOf(random.Next(screens + 1)));

    private static Target Go(ScreenId to) => new(to, null, new Dictionary<string, string>(), default);

    private static Texts Text(Random random, string[] words) => new([new Written("en", Word(random, words)), new Written("km", Word(random, words))]);

    private static string Word(Random random, string[] words) => words[random.Next(words.Length)];

    private static string NameOf(int dialog) => dialog == 0 ? "home" : $"topic/{dialog}";

    private static string ScreenOf(int screen) => screen == 0 ? ScreenId.Start : $"s{screen}";
}
