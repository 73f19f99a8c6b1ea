using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Dialogs.Tests.Running;

public sealed class LivingThroughARevision
{
    [Fact]
    public void A_button_of_an_older_menu_opens_the_screen_she_is_on_with_a_kind_word()
    {
        var worker = new Worker("work");
        var pay = worker.Menu.Choices[0].Id;

        worker.Types("Rest").PressesId(pay);

        Assert.Equal("work#rest", worker.At);
        Assert.Equal("old-button", worker.Menu.Notice);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("n-nothing")]
    public void A_button_that_never_was_does_nothing(string id) => Assert.Equal("old-button", new Worker("work").PressesId(id).Menu.Notice);

    [Fact]
    public void A_button_still_works_after_its_label_was_reworded()
    {
        var old = new Worker("work").Menu.Choices[0].Id;
        var reworded = Village.With(("work.yaml", VillageDialogs.Work.Replace("en: Pay }", "en: Wages }", StringComparison.Ordinal)));

        Assert.Equal("work#pay", new Worker("work", interpreter: reworded).PressesId(old).At);
    }

    [Fact]
    public void A_button_whose_target_was_changed_is_known_to_be_old()
    {
        var old = new Worker("work").Menu.Choices[0].Id;
        var changed = Village.With(("work.yaml", VillageDialogs.Work.Replace("go: pay, keywords", "go: rest, keywords", StringComparison.Ordinal)));

        var worker = new Worker("work", interpreter: changed).PressesId(old);

        Assert.Equal(("work", "old-button"), (worker.At, worker.Menu.Notice));
    }

    [Fact]
    public void The_buttons_of_home_and_a_person_work_under_every_menu()
    {
        var worker = new Worker("work");
        var (home, person) = (worker.Menu.Navigation.Single(b => b.Label == "home").Id, worker.Menu.Navigation.Single(b => b.Label == "person").Id);

        Assert.Equal("home", worker.Types("Rest").PressesId(home).At);
        Assert.Equal("person", worker.PressesId(person).At);
    }

    [Fact]
    public void Ids_fit_a_channel_and_differ_from_one_another()
    {
        foreach (var screen in Village.Shipped.Dialogs.Dialogs.Values.SelectMany(dialog => dialog.Screens.Keys.Select(name => new ScreenId(dialog.Id, name))))
        {
            var menu = new Worker(screen.ToString()).Menu;
            var ids = menu.Choices.Concat(menu.Navigation).Select(button => button.Id).ToList();

            Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
            Assert.All(ids, id => Assert.Matches("^[A-Za-z0-9_-]{1,24}$", id));
        }
    }

    [Fact]
    public void A_screen_that_is_gone_becomes_the_start_of_its_dialog()
    {
        var state = new Worker("work").Types("Rest").State;
        var without = Village.With(("work.yaml", VillageDialogs.Work.Replace("  rest:", "  pause:", StringComparison.Ordinal)));

        var settled = without.Settle(state, out var moved);

        Assert.True(moved);
        Assert.Equal(ScreenId.Of("work"), settled.Screen);
    }

    [Fact]
    public void A_dialog_that_is_gone_becomes_the_last_screen_on_the_way_that_exists()
    {
        var state = new Worker().Types("Secret").Types("my job").Types("Rest").State;
        var without = Village.With(("work.yaml", null));

        var settled = without.Settle(state, out var moved);

        Assert.True(moved);
        Assert.Equal(ScreenId.Of("secret"), settled.Screen);
        Assert.DoesNotContain(settled.Trail, id => id.Dialog == "work");
    }

    [Fact]
    public void Where_all_is_gone_there_is_home_and_where_nothing_is_gone_nothing_moves()
    {
        var state = new DialogState { Screen = new ScreenId("old", "old"), Language = "vi", Trail = [ScreenId.Of("older")] };

        var settled = Village.Shipped.Settle(state, out var moved);

        Assert.Equal((true, ScreenId.Of("home"), "km"), (moved, settled.Screen, settled.Language));
        Assert.Equal(settled, Village.Shipped.Settle(settled, out moved));
        Assert.False(moved);
    }

    [Fact]
    public void A_state_of_another_revision_is_settled_by_the_step_itself()
    {
        var state = new DialogState { Screen = new ScreenId("work", "gone"), Language = "en" };

        Assert.Equal(new ScreenId("work", "pay"), Village.Shipped.Run(state, new Input.Text("1"), Village.Today).State.Screen);
    }

    [Fact]
    public void Showing_changes_nothing()
    {
        var state = new Worker("work").Types("qqqq").State;

        var step = Village.Shipped.Show(state, Phrase.Moved);

        Assert.Equal(state, step.State);
        Assert.Equal("moved", step.Replies.OfType<Reply.Menu>().Single().Notice);
    }
}
