using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Writing;

namespace ChatSupport.Dialogs.Tests.Writing;

/// <summary>Whole parts come, go and move with their comments.</summary>
public sealed class ChangingChoicesAndScreens
{
    private const string Topic = """
        format: 1
        dialog: topic
        title: { km: ក, en: A }
        status: { km: draft, en: draft } # both
        screens:
          start:
            text:
              km: |-
                ក
              en: |-
                a
            voice: topic
            choices:
              # about one
              # and more
              - { label: { km: ១, en: One }, go: next } # first
              - label: { km: ២, en: Two }
                go: home
                # inside two

              - { label: { km: ៣, en: Three }, go: home#x }
              # behind all

          # about next
          next:
            text: { km: ខ, en: b }
            choices:
            - { label: { km: ១, en: Back }, go: start }

        # at the end

        """;

    private static readonly Dictionary<string, string> labels = new() { ["en"] = "New", ["km"] = "ថ្មី" };

    [Fact]
    public void A_choice_moves_with_its_comments() =>
        Assert.Equal(
            Topic.Replace("""
                      # about one
                      # and more
                      - { label: { km: ១, en: One }, go: next } # first
                      - label: { km: ២, en: Two }
                        go: home
                        # inside two

                """, """
                      - label: { km: ២, en: Two }
                        go: home
                        # inside two
                      # about one
                      # and more
                      - { label: { km: ១, en: One }, go: next } # first

                """),
            Topic.With(new DialogEdit.MoveChoice("start", 0, 1)));

    [Fact]
    public void A_choice_moved_and_moved_back_leaves_no_trace() =>
        Assert.Equal(Topic, Topic.With(new DialogEdit.MoveChoice("start", 2, 0)).With(new DialogEdit.MoveChoice("start", 0, 2)));

    [Fact]
    public void A_choice_is_added_in_the_manner_of_its_neighbour()
    {
        Assert.Equal(Topic.Replace("go: next } # first\n", "go: next } # first\n      - { label: { km: ថ្មី, en: New }, go: peer.request }\n"),
            Topic.With(new DialogEdit.AddChoice("start", 1, labels, "peer.request")));
        Assert.Equal(Topic.Replace("        # inside two\n", "        # inside two\n\n      - label: { km: ថ្មី, en: New }\n        go: home\n"),
            Topic.With(new DialogEdit.AddChoice("start", 2, labels, "home")));
        Assert.Equal(Topic.Replace("      # about one\n", "      - { label: { km: ថ្មី, en: New }, go: home }\n      # about one\n"),
            Topic.With(new DialogEdit.AddChoice("start", 0, labels, "home")));
        Assert.Equal(Topic.Replace("go: start }\n", "go: start }\n    - { label: { km: ថ្មី, en: New }, go: home }\n"),
            Topic.With(new DialogEdit.AddChoice("next", 1, labels, "home")));
    }

    [Fact]
    public void A_choice_goes_with_its_comments() =>
        Assert.Equal(Topic.Replace("      # about one\n      # and more\n      - { label: { km: ១, en: One }, go: next } # first\n", ""),
            Topic.With(new DialogEdit.RemoveChoice("start", 0)));

    [Fact]
    public void With_the_last_choice_the_name_goes_too_and_comes_back_with_the_first()
    {
        var without = Topic.With(new DialogEdit.RemoveChoice("next", 0));

        Assert.Equal(Topic.Replace("    choices:\n    - { label: { km: ១, en: Back }, go: start }\n", ""), without);
        Assert.Equal(Topic.Replace("    choices:\n    - { label: { km: ១, en: Back }, go: start }\n", "    choices:\n      - { label: { km: ថ្មី, en: New }, go: start }\n"),
            without.With(new DialogEdit.AddChoice("next", 0, labels, "start")));
    }

    [Fact]
    public void A_target_changes_in_its_place() =>
        Assert.Equal(Topic.Replace("go: home\n", "go: rights/hours#refused\n"), Topic.With(new DialogEdit.SetTarget("start", 1, "rights/hours#refused")));

    [Fact]
    public void A_screen_is_added_in_the_manner_of_its_neighbour()
    {
        Assert.Equal(Topic.Replace("      # behind all\n", "      # behind all\n\n  more:\n    text:\n      km: |-\n        ថ្មី\n      en: |-\n        New\n"),
            Topic.With(new DialogEdit.AddScreen("more", labels, "start")));
        Assert.Equal(Topic.Replace("go: start }\n", "go: start }\n\n  more:\n    text: { km: ថ្មី, en: New }\n"),
            Topic.With(new DialogEdit.AddScreen("more", labels)));
    }

    [Fact]
    public void A_screen_goes_with_its_comments_and_with_the_blank_line() =>
        Assert.Equal(Topic[..Topic.IndexOf("\n  # about next", StringComparison.Ordinal)] + "\n# at the end\n", Topic.With(new DialogEdit.RemoveScreen("next")));

    [Fact]
    public void An_added_screen_taken_away_leaves_no_trace() =>
        Assert.Equal(Topic, Topic.With(new DialogEdit.AddScreen("more", labels, "start")).With(new DialogEdit.RemoveScreen("more")));

    [Fact]
    public void A_recording_comes_behind_the_text_and_goes_again()
    {
        var with = Topic.With(new DialogEdit.SetVoice("next", "topic-next"));

        Assert.Equal(Topic.Replace("en: b }\n", "en: b }\n    voice: topic-next\n"), with);
        Assert.Equal(Topic, with.With(new DialogEdit.SetVoice("next", null)));
        Assert.Equal(Topic.Replace("    voice: topic\n", ""), Topic.With(new DialogEdit.SetVoice("start", null)));
    }

    [Fact]
    public void A_status_changes_beside_its_comment() =>
        Assert.Equal(Topic.Replace("en: draft }", "en: reviewed }"), Topic.With(new DialogEdit.SetStatus("en", ReviewStatus.Reviewed)));

    [Fact]
    public void A_source_comes_before_the_status_and_changes_part_by_part()
    {
        var day = new DateOnly(2026, 11, 24);
        var with = Topic.With(new DialogEdit.SetSource("Labour Law 1997, art. 137", "https://a.b/c", day));

        Assert.Equal(Topic.Replace("status:", "source: { text: \"Labour Law 1997, art. 137\", url: https://a.b/c, checked: 2026-11-24 }\nstatus:"), with);
        Assert.Equal(with.Replace("2026-11-24", "2026-11-25").Replace(", url: https://a.b/c", ""), with.With(new DialogEdit.SetSource("Labour Law 1997, art. 137", null, day.AddDays(1))));
        Assert.Equal(Topic, with.With(new DialogEdit.SetSource(null, null, null)));
    }

    [Fact]
    public void What_is_not_there_is_refused()
    {
        Assert.Equal(EditRefusal.NoSuchScreen, Topic.Refused(new DialogEdit.SetText("gone", "km", "x")));
        Assert.Equal(EditRefusal.NoSuchChoice, Topic.Refused(new DialogEdit.SetLabel("start", 3, "km", "x")));
        Assert.Equal(EditRefusal.NoSuchChoice, Topic.Refused(new DialogEdit.MoveChoice("start", 0, -1)));
        Assert.Equal(EditRefusal.NoSuchChoice, Topic.Refused(new DialogEdit.AddChoice("start", 4, labels, "home")));
        Assert.Equal(EditRefusal.NoSuchScreen, Topic.Refused(new DialogEdit.AddScreen("more", labels, "gone")));
        Assert.Equal(EditRefusal.NameTaken, Topic.Refused(new DialogEdit.AddScreen("next", labels)));
        Assert.Equal(EditRefusal.BadName, Topic.Refused(new DialogEdit.AddScreen("a b", labels)));
        Assert.Equal(EditRefusal.BadName, Topic.Refused(new DialogEdit.SetTarget("start", 0, "a b")));
        Assert.Equal(EditRefusal.BadName, Topic.Refused(new DialogEdit.SetTitle("k m", "x")));
        Assert.Equal(EditRefusal.Empty, Topic.Refused(new DialogEdit.AddScreen("more", new Dictionary<string, string>())));
        Assert.Equal(EditRefusal.LastOne, Topic.With(new DialogEdit.RemoveScreen("next")).Refused(new DialogEdit.RemoveScreen("start")));
        Assert.Equal(EditRefusal.NoSuchText, Topic.Refused(new DialogEdit.SetAt(new TextPlace(TextKind.Label, "start", "gone"), "km", "x")));
    }
}
