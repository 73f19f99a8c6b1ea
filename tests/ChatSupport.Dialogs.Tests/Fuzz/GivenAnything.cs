using ChatSupport.Dialogs.Tests.Reading;
using ChatSupport.Fuzzing;

namespace ChatSupport.Dialogs.Tests.Fuzz;

/// <summary>A hundred thousand inputs each: noise, mangled sound ones, and the words of the language in any order.</summary>
public sealed class GivenAnything
{
    private static readonly DialogTargets targets = new(Content.With([]), Content.Actions);

    [Fact]
    public Task A_dialog_file_gives_findings_or_runs() => Fuzzed.Bytes(Mangled.Bytes(Samples.Yaml, Samples.YamlWords), targets.Yaml);

    [Fact]
    public Task A_file_of_talks_gives_findings_or_is_played() => Fuzzed.Bytes(Mangled.Bytes(Samples.Talks, Samples.TalkWords), targets.Talk);

    [Fact]
    public Task A_template_is_explained_or_rendered_within_its_limits() => Fuzzed.Texts(Mangled.Texts(Samples.Templates, Samples.TemplateWords), targets.Template);

    [Fact]
    public Task A_condition_is_explained_or_asked() => Fuzzed.Texts(Mangled.Texts(Samples.Conditions, Samples.TemplateWords), targets.Condition);

    [Fact]
    public Task The_functions_for_Khmer_keep_their_promises() => Fuzzed.Texts(Mangled.Texts(Samples.Khmer, Samples.KhmerWords), targets.Khmer);

    [Fact]
    public Task The_id_of_a_button_leads_to_a_place_that_can_be_saved() => Fuzzed.Texts(Mangled.Texts(Samples.Buttons, Samples.ButtonWords), targets.Button);
}
