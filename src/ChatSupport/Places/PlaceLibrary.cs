namespace ChatSupport.Places;

/// <summary>The places of the live revision. Swapped whole, together with the dialogs.</summary>
/// <param name="environment">In production made-up entries are dropped from every book, whatever the settings say.</param>
internal sealed class PlaceLibrary(IHostEnvironment environment)
{
    private volatile PlaceBook current = PlaceBook.Empty;

    /// <summary>The book that queries read; empty until the first revision is loaded.</summary>
    public PlaceBook Current => current;

    /// <summary>Puts the book of a checked revision in place for the next turns.</summary>
    public void Replace(PlaceBook book) => current = environment.IsProduction() ? book.WithoutSamples() : book;
}
