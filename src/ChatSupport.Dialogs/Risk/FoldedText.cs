namespace ChatSupport.Dialogs.Risk;

/// <summary>A text as risk words are looked for in it, each of its letters with its place in the original.</summary>
internal sealed class FoldedText(int room)
{
    /// <summary>Stands where no word reaches over.</summary>
    public const char Gap = '\0';

    private readonly List<Letter> letters = new(room);

    public int Length => letters.Count;

    public Letter this[int at]
    {
        get => letters[at];
        set => letters[at] = value;
    }

    /// <summary>The letters alone.</summary>
    public string Key => string.Create(letters.Count, letters, static (to, all) =>
    {
        for (var i = 0; i < to.Length; i++)
            to[i] = all[i].Key;
    });

    public void Add(Letter letter) => letters.Add(letter);

    /// <summary>One letter.</summary>
    /// <param name="Key">The folded letter.</param>
    /// <param name="Begin">Where a word that begins with it begins in the original.</param>
    /// <param name="End">Where a word that ends with it ends there.</param>
    /// <param name="Opens">A word may begin here.</param>
    /// <param name="Closes">A word may end here.</param>
    /// <param name="Accented">The letter with its accents.</param>
    internal readonly record struct Letter(char Key, int Begin, int End, bool Opens, bool Closes, char Accented)
    {
        /// <summary>The same letter with an equal one behind it. Where a word ends with the one and another begins with the other, it keeps the end
        /// of the one and the begin of the other.</summary>
        public Letter With(int begin, int end, bool opens, bool closes) => this with
        {
            Begin = opens ? begin : Begin,
            End = Closes ? End : end,
            Opens = Opens || opens,
            Closes = Closes || closes,
        };
    }
}
