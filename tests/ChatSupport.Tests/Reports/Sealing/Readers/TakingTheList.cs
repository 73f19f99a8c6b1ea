using ChatSupport.Reports;
using ChatSupport.Reports.Sealing.Readers;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace ChatSupport.Tests.Reports.Sealing.Readers;

/// <summary>The server looks at the list in its file.</summary>
public sealed class TakingTheList : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("chatsupport-readers-");
    private readonly RootSecret root = RootSecret.New();
    private readonly FakeTimeProvider time = new(Some.Now);
    private readonly ReaderList list;

    public TakingTheList() => list = Some.List(root, Some.Reader(), Some.Reader("sokha"), Some.Reader("recovery", ReaderRole.Recovery));

    private string File => Path.Combine(folder.FullName, "readers.txt");

    public void Dispose()
    {
        root.Dispose();
        folder.Delete(recursive: true);
    }

    [Fact]
    public void Reports_are_sealed_to_those_who_count_now()
    {
        Put(list);

        Assert.Equal(["dara", "sokha", "recovery"], Book().Now(out _)!.All.Select(reader => reader.Staff));
    }

    [Fact]
    public void Without_a_root_key_or_a_list_none_are_taken()
    {
        Assert.Null(Book().Now(out var noList));
        Assert.Null(Book(rootKey: "").Now(out var noRoot));
        Assert.Contains(File, noList, StringComparison.Ordinal);
        Assert.Contains("ChatSupport:Reports:RootKey is not set", noRoot, StringComparison.Ordinal);
    }

    [Fact]
    public void Once_the_keys_end_none_are_taken()
    {
        Put(list);
        var book = Book();
        Assert.NotNull(book.Now(out _));

        time.Advance(TimeSpan.FromDays(30));

        Assert.Null(book.Now(out var wrong));
        Assert.Contains("Neither a case worker nor a recovery key counts now", wrong, StringComparison.Ordinal);
    }

    [Fact]
    public void A_newer_list_is_taken_at_once_and_an_older_one_never_again_also_after_a_restart()
    {
        var without = list with { Version = 2, All = [list.All[0] with { Revoked = true }, .. list.All[1..]] };
        var book = Book();
        Put(list);
        Assert.NotNull(book.Now(out _));
        Put(without);
        Assert.Equal(["sokha", "recovery"], book.Now(out _)!.All.Select(reader => reader.Staff));

        Put(list);

        Assert.Null(book.Now(out var wrong));
        Assert.Null(Book().Now(out _));
        Assert.Contains("version 1, but version 2 was taken before", wrong, StringComparison.Ordinal);
        Put(without);
        Assert.NotNull(Book().Now(out _));
    }

    [Fact]
    public void Another_list_of_the_same_version_is_not_taken()
    {
        Put(list);
        Assert.NotNull(Book().Now(out _));

        Put(list with { All = list.All[1..] });

        Assert.Null(Book().Now(out var wrong));
        Assert.Contains("another list", wrong, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_root_in_the_settings_begins_anew()
    {
        Put(list with { Version = 9 });
        Assert.NotNull(Book().Now(out _));
        using var next = RootSecret.New();

        System.IO.File.WriteAllText(File, (list with { Root = next.Public }).Sign(next));

        Assert.Null(Book().Now(out _));
        Assert.NotNull(Book(next.Public.ToString()).Now(out _));
    }

    [Fact]
    public void Looking_alone_remembers_nothing()
    {
        Put(list with { Version = 5 });
        Assert.NotNull(Book().Take(remember: false, out _));

        Put(list);

        Assert.NotNull(Book().Now(out _));
    }

    [Fact]
    public void What_is_too_long_or_no_list_is_refused()
    {
        System.IO.File.WriteAllText(File, new string('x', ReaderList.Longest + 10));
        Assert.Null(Book().Now(out _));
        System.IO.File.WriteAllText(File, "");
        Assert.Null(Book().Now(out _));
    }

    [Fact]
    public void A_damaged_memory_of_the_newest_version_is_told_and_no_report_is_taken()
    {
        Put(list);
        System.IO.File.WriteAllText(File + ".seen", "x");

        Assert.Null(Book().Now(out var wrong));
        Assert.Contains(".seen", wrong, StringComparison.Ordinal);
    }

    private void Put(ReaderList signed) => System.IO.File.WriteAllText(File, signed.Sign(root));

    private ReaderBook Book(string? rootKey = null) => new(
        Options.Create(new ReportsOptions { RootKey = rootKey ?? root.Public.ToString(), Readers = "readers.txt" }), new HostingEnvironment { ContentRootPath = folder.FullName }, time);
}
