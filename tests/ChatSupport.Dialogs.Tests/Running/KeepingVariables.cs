using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Dialogs.Tests.Running;

public sealed class KeepingVariables
{
    private static readonly Value.List Goods = new([Value.Fields.Of(("name", new Value.Text("rice")), ("price", new Value.Number(5)))]);

    [Fact]
    public void Each_is_kept_as_what_it_was_declared()
    {
        var worker = new Worker(answer: _ => Goods).Types("Market");

        Assert.Equal(("5", "true", "\"hello en\""), (worker.Kept("count"), worker.Kept("open"), worker.Kept("said")));
    }

    [Fact]
    public void What_does_not_fit_takes_the_variable_away()
    {
        var worker = new Worker(answer: _ => Goods).Types("Market").Types("rice").Types("Empty it");

        Assert.Null(worker.Kept("one"));
        Assert.Null(worker.Kept("count"));
        Assert.Equal("", worker.Menu.Text);
    }

    [Fact]
    public void There_is_room_for_two_hundred_and_no_more()
    {
        var variables = Enumerable.Range(0, 300).Aggregate(
            Variables.None, (all, i) => all.With($"v{i.ToString(CultureInfo.InvariantCulture)}", new Value.Number(i)));

        Assert.Equal(Variables.Most, variables.Items.Count);
        Assert.Equal(new Value.Number(7), variables.With("v0", new Value.Number(7)).Find("v0"));
    }

    [Fact]
    public void Long_texts_and_lists_are_cut()
    {
        var kept = Variables.None.With("text", new Value.Text(string.Concat(Enumerable.Repeat("ខ្មែ", 2_000)))).With("list", new Value.List([.. Enumerable.Repeat<Value>(new Value.Number(1), 500)]));

        Assert.Equal(4_000, ((Value.Text)kept.Find("text")!).Content.Length);
        Assert.Equal(200, ((Value.List)kept.Find("list")!).Items.Length);
    }

    [Fact]
    public void They_are_written_as_plain_json_and_read_as_they_were()
    {
        var kept = Variables.None
            .With("text", new Value.Text("ខ្មែរ")).With("number", new Value.Number(1.50m)).With("flag", new Value.Flag(false))
            .With("list", new Value.List([new Value.Text("a"), new Value.List(ImmutableArray<Value>.Empty)]))
            .With("record", Value.Fields.Of(("a", new Value.Number(-1))));

        var written = JsonSerializer.Serialize(kept, DialogJson.Options);

        Assert.Contains("\"text\":\"ខ្មែរ\"", written, StringComparison.Ordinal);
        Assert.Equal(kept, JsonSerializer.Deserialize<Variables>(written, DialogJson.Options));
    }
}
