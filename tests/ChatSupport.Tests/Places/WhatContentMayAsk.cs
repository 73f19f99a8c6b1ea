using ChatSupport.Content;
using ChatSupport.Dialogs.Running;
using ChatSupport.Places;

namespace ChatSupport.Tests.Places;

public sealed class WhatContentMayAsk
{
    [Fact]
    public void Is_known_to_the_check_as_it_is_offered()
    {
        foreach (var spec in PlaceQueries.Specs)
        {
            var known = Assert.Single(KnownActions.All, action => action.Name == spec.Name);
            Assert.Equal((spec.Kind, spec.Returns, spec.Lands), (known.Kind, known.Returns, known.Lands));
            Assert.Equal(spec.Parameters, known.Parameters);
        }
    }

    [Fact]
    public void Stands_whole_and_true_in_the_readme()
    {
        var rows = File.ReadAllLines(Path.Combine(ContentFolder.Find(AppContext.BaseDirectory)!, "README.md")).Where(line => line.StartsWith("| `", StringComparison.Ordinal));

        Assert.Equal(KnownActions.All.Select(Row).Order(StringComparer.Ordinal), rows.Select(row => row[..row.IndexOf('|', row.IndexOf('|', 1) + 1)]).Order(StringComparer.Ordinal));
    }

    private static string Row(ActionSpec action)
    {
        var takes = string.Join(", ", action.Parameters.Select(parameter => parameter.Required ? $"`{parameter.Name}`" : $"`{parameter.Name}` (optional)"));
        return $"| `{action.Name}` | {takes}{(takes.Length > 0 ? " " : "")}";
    }
}
