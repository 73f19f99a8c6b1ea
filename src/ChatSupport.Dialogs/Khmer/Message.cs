namespace ChatSupport.Dialogs.Khmer;

/// <summary>What was typed, with its keys; the dearer ones are made only when a rule asks for them.</summary>
internal sealed class Message(string said)
{
    private readonly Lazy<(int Start, int End)> whole = new(() => Whole(said));
    private MappedKey? loose;
    private Spelling? spelling;
    private Spelling? looseSpelling;

    public MappedKey Strict { get; } = MappedKey.Strict(said);

    public MappedKey Loose => loose ??= Strict.Loose();

    public Spelling Spelling => spelling ??= new Spelling(Strict.Key);

    public Spelling LooseSpelling => looseSpelling ??= new Spelling(Loose.Key);

    public IReadOnlyList<LatinWord> Words { get; } = LatinWord.Of(said);

    public int Size { get; } = Clusters.Count(said);

    public bool HasKhmer { get; } = said.Any(c => Signs.Of(c) == Sign.Base);

    public bool IsEmpty => Strict.Key.Length == 0;

    /// <summary>True where nothing but blanks and punctuation is left outside.</summary>
    public bool IsAll(Found found) => found.Start <= whole.Value.Start && found.End >= whole.Value.End;

    /// <summary>The whole message as a place for a term.</summary>
    public Found All(Term term) => new(term, whole.Value.Start, whole.Value.End - whole.Value.Start);

    private static (int Start, int End) Whole(string said)
    {
        var (start, end) = (0, said.Length);
        while (start < end && !Counts(said[start]))
            start++;
        while (end > start && !Counts(said[end - 1]))
            end--;
        return start < end ? (start, end) : (0, said.Length);
    }

    private static bool Counts(char c) =>
        char.IsLetterOrDigit(c) || char.IsSurrogate(c) || Signs.Of(c) is not (Sign.Other or Sign.Invisible or Sign.NonJoiner);
}
