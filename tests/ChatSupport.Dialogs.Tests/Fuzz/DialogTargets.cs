using System.Collections.Immutable;
using System.Text.Json;
using ChatSupport.Dialogs.Khmer;
using ChatSupport.Dialogs.Reading;
using ChatSupport.Dialogs.Risk;
using ChatSupport.Dialogs.Running;
using ChatSupport.Dialogs.Running.Talks;

namespace ChatSupport.Fuzzing;

/// <summary>The parts of the dialogs that read what others wrote, each with what must hold whatever it reads. A broken promise is an exception.</summary>
internal sealed class DialogTargets
{
    private static readonly DateOnly today = new(2026, 11, 24);
    private readonly IReadOnlyList<ActionSpec> actions;
    private readonly ContentFile[] small;
    private readonly Interpreter interpreter;
    private readonly Matcher matcher;
    private readonly Scope scope;
    private readonly RiskWords risk = RiskFile.Read([new ContentFile(RiskFile.Path, "format: 1\nentries: [ { id: a, class: violence, level: 0, note: a, words: { km: [រំលោភ, ចង់ស្លាប់], km-Latn: [maong tver ka], en: [do they have], emoji: [🙂] }, not: { km: [រំលោភសិទ្ធិ] } } ]"u8.ToArray())], []);

    /// <summary>Targets over a small content.</summary>
    /// <param name="files">Sound content: a folder of dialogs, small, for the inputs are many.</param>
    /// <param name="actions">The actions that it may call.</param>
    public DialogTargets(IReadOnlyList<ContentFile> files, IReadOnlyList<ActionSpec> actions)
    {
        this.actions = actions;
        small = [.. files.Where(file => file.Path is "phrases.yaml" or "home.yaml")];
        var read = DialogReader.Read(files, actions, today).Set ?? throw new InvalidOperationException("The content of the fuzz tests cannot be read.");
        interpreter = new Interpreter(read, actions);
        matcher = new Matcher([.. read.Dialogs.Values.Select(dialog => new MatchTopic(dialog.Id, [dialog.Title.In("km"), dialog.Title.In("en")], dialog.Keywords, dialog.Crisis))]);
        scope = new Scope(new Variables(Variables.None.Items
            .SetItem("name", new Value.Text("ម៉ោងធ្វើការ <a> {{ age }}"))
            .SetItem("age", new Value.Number(17))
            .SetItem("own", new Value.Flag(true))
            .SetItem("found", new Value.List([.. Enumerable.Range(0, 5).Select(one => new Value.Fields(
                ImmutableSortedDictionary<string, Value>.Empty.Add("name", new Value.Text($"ទី {one}")).Add("metres", new Value.Number(one))))]))), "km", today, "web");
    }

    /// <summary>A dialog file: findings, never an exception; what has no error can be run.</summary>
    public void Yaml(byte[] bytes)
    {
        // Alone most of the time, because that is quick; among others where all that is checked between files is reached.
        var example = new ContentFile("example.yaml", bytes);
        var read = DialogReader.Read(bytes.Length % 8 == 0 ? [.. small, example] : [example], actions, today);
        Hold(read.Issues.Count <= 1_000, "a file has more findings than anybody reads");
        Hold(read.Issues.All(issue => issue.Mark is { Line: >= 1, Column: >= 1 }), "a finding has no place");
        _ = IssueWriter.Text(read.Issues);
        if (read.Set is { } set && !read.HasErrors)
            _ = new Interpreter(set, actions);

        var issues = new List<DialogIssue>();
        _ = RiskFile.Read([new ContentFile(RiskFile.Path, bytes)], issues).Find("ក a");
        Hold(issues.All(issue => issue.Mark is { Line: >= 1, Column: >= 1 }), "a finding has no place");
    }

    /// <summary>A file of talks.</summary>
    public void Talk(byte[] bytes)
    {
        var issues = new List<DialogIssue>();
        var talks = TalkReader.Read([new ContentFile("example.talk", bytes)], interpreter.Dialogs, issues);
        Hold(issues.All(issue => issue.Mark is { Line: >= 1, Column: >= 1 }), "a finding has no place");
        if (talks.Count is > 0 and < 20 && issues.Count == 0)
            _ = TalkRunner.Run(interpreter, talks, (_, _, _) => null, today);
    }

    /// <summary>A text with blanks.</summary>
    public void Template(string text)
    {
        if (Dialogs.Running.Template.TryParse(text, out var template, out var problem))
            Hold(template.Render(scope).Text.Length <= 20_000, "a template gives a text without end");
        else
            Hold(problem.EndsWith('.') && !problem.Contains('\n', StringComparison.Ordinal), "a problem is no sentence");
    }

    /// <summary>A condition.</summary>
    public void Condition(string text)
    {
        if (Dialogs.Running.Condition.TryParse(text, out var condition, out var problem))
            _ = condition.Holds(scope);
        else
            Hold(problem.EndsWith('.') && !problem.Contains('\n', StringComparison.Ordinal), "a problem is no sentence");
    }

    /// <summary>Every function for Khmer text.</summary>
    public void Khmer(string text)
    {
        var strict = StrictKey.Of(text);
        Hold(StrictKey.Of(strict) == strict, "the strict key of a key is another");
        var ordered = CanonicalOrder.Of(text);
        Hold(CanonicalOrder.Of(ordered) == ordered, "canonical order is not canonical");
        Hold(string.Concat(Clusters.Split(text)) == text, "clusters lose a letter");
        Hold(Clusters.Count(text) == Clusters.Split(text).Count(), "clusters are counted in two ways");
        Hold(Clusters.Count(Clusters.Cut(text, 5)) <= 5, "a cut text is too long");
        Hold(Digits.ToArabic(Digits.ToKhmer(text)) == Digits.ToArabic(text), "digits do not come back");
        _ = (LooseKey.Of(text), RomanKey.Of(text), Digits.TryParse(text, out _), ClusterDistance.Between(strict, StrictKey.Of("ម៉ោងធ្វើការ"), 1));
        var places = risk.Find(text).Select(hit => (hit.Start, hit.Length)).Concat(ContactWords.Find(text).Select(hit => (hit.Start, hit.Length)));
        Hold(places.All(place => place.Start >= 0 && place.Length > 0 && place.Start + place.Length <= text.Length), "a risk word or contact is no part of the text");
        _ = (matcher.Match(text), matcher.Crisis(text), matcher.Search(text, 3));
    }

    /// <summary>The id of a button, as a phone or a client sends it, on every place that it can be pressed on; and the same as typed words.</summary>
    public void Button(string id)
    {
        var state = new DialogState { Screen = interpreter.Home, Language = "en" };
        foreach (var input in new Input[] { new Input.Button(id), new Input.Text(id) })
        {
            var step = interpreter.Run(state, input, today);
            var json = JsonSerializer.SerializeToUtf8Bytes(step.State, DialogJson.Options); // it is saved, and comes back the same
            Hold(JsonSerializer.Deserialize<DialogState>(json, DialogJson.Options)!.Screen == step.State.Screen, "a state does not come back");
            Hold(json.Length < 64 * 1024, "a state grows without end");
        }
    }

    private static void Hold(bool isSo, string what)
    {
        if (!isSo)
            throw new InvalidOperationException($"This must not be: {what}.");
    }
}
