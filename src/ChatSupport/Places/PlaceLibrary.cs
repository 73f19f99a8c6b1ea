using System.Runtime.CompilerServices;
using ChatSupport.Dialogs.Model;

namespace ChatSupport.Places;

/// <summary>The places of every revision that may still run. A turn reads those of its own revision, so that it never mixes two.</summary>
/// <param name="environment">In production made-up entries are dropped from every book, whatever the settings say.</param>
internal sealed class PlaceLibrary(IHostEnvironment environment)
{
    private readonly ConditionalWeakTable<DialogSet, PlaceBook> books = []; // a book goes with its revision

    /// <summary>The book of a revision; an empty one where none was brought.</summary>
    public PlaceBook Of(DialogSet revision) => books.TryGetValue(revision, out var book) ? book : PlaceBook.Empty;

    /// <summary>Brings the book of a checked revision, before the revision is put in place.</summary>
    public void Add(DialogSet revision, PlaceBook book) => books.AddOrUpdate(revision, environment.IsProduction() ? book.WithoutSamples() : book);
}
