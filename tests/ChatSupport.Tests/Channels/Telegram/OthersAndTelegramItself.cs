using ChatSupport.Channels.Telegram;
using ChatSupport.Conversations;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Tests.Channels.Telegram;

public sealed class OthersAndTelegramItself
{
    private const string Group = """{"id":-100200,"type":"supergroup","title":"g"}""";
    private const string Text = "\"text\":\"hello\"";
    private const string Private = """{"id":5550001,"type":"private","first_name":"S"}""";
    private const string Human = """{"id":5550001,"is_bot":false,"first_name":"S","language_code":"km"}""";
    private const string Robot = """{"id":700000001,"is_bot":true,"first_name":"B"}""";

    [Fact]
    public void A_press_is_the_button_of_the_menu_it_was_pressed_on()
    {
        var read = Assert.IsType<Meaning.Event>(Updates.Read(Press($$""" "data":"cAbC123","message":{"message_id":70,"date":1795500000,"chat":{{Private}},"text":"m"} """)));

        Assert.Equal("4382bfdwdsb323b2d9", read.Press);
        Assert.Equal(new InboundEvent.Did(new Input.Button("cAbC123")), read.Inbound.Event);
        Assert.Equal(("70", null, "5550001"), (read.Inbound.PressedOn, read.Inbound.MessageId, read.Inbound.Address));
    }

    [Fact]
    public void A_press_on_a_menu_too_old_for_telegram_to_show_is_still_one() =>
        Assert.Equal("70", Assert.IsType<Meaning.Event>(Updates.Read(
            Press($$""" "data":"cAbC123","message":{"message_id":70,"date":0,"chat":{{Private}}} """))).Inbound.PressedOn);

    [Theory]
    [InlineData(""" "data":"c1","inline_message_id":"x" """)]
    [InlineData(""" "game_short_name":"g","message":{"message_id":70,"date":1795500000,"chat":{"id":5550001,"type":"private"}} """)]
    [InlineData(""" "data":"c1","message":{"message_id":70,"date":1795500000,"chat":{"id":-100200,"type":"supergroup","title":"g"}} """)]
    public void Any_other_press_is_answered_and_means_nothing(string fields) =>
        Assert.Equal(new Meaning.LonePress("4382bfdwdsb323b2d9"), Updates.Read(Press(fields)));

    [Fact]
    public void A_block_and_the_end_of_it_are_told_to_the_conversation()
    {
        Assert.IsType<InboundEvent.Unreachable>(Assert.IsType<Meaning.Event>(Updates.Read(Membership(Private, "member", "kicked"))).Inbound.Event);
        Assert.IsType<InboundEvent.Reachable>(Assert.IsType<Meaning.Event>(Updates.Read(Membership(Private, "kicked", "member"))).Inbound.Event);
    }

    [Fact]
    public void A_group_is_noticed_by_what_is_said_there_and_by_being_put_there()
    {
        Assert.Equal(new Meaning.Group(-100200), Updates.Read(Updates.Message(Text, Group)));
        Assert.Equal(new Meaning.Group(-100200), Updates.Read(Membership(Group, "left", "member")));
        Assert.Same(Meaning.Nothing, Updates.Read(Membership(Group, "member", "left")));
    }

    [Fact]
    public void A_chat_that_moved_is_known_by_its_old_key_and_its_new_address()
    {
        var inbound = Assert.IsType<Meaning.Event>(Updates.Read(Updates.Message("\"migrate_to_chat_id\":-100777", """{"id":-55,"type":"group","title":"g"}"""))).Inbound;

        Assert.Equal((new InboundEvent.Moved(), "-100777"), (inbound.Event, inbound.Address));
    }

    [Fact]
    public void What_other_programs_and_channels_say_is_left_alone()
    {
        Assert.Same(Meaning.Nothing, Updates.Read(Updates.Message(Text, from: Robot)));
        Assert.Same(Meaning.Nothing, Updates.Read(Updates.Message(Text, """{"id":-100300,"type":"channel","title":"c"}""")));
        Assert.Same(Meaning.Nothing, Updates.Read(
            Updates.Message(Text, """{"id":-100300,"type":"channel","title":"c"}""").Replace("\"message\":", "\"channel_post\":", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(""" "pinned_message":{"message_id":70,"date":1795500000,"chat":{"id":5550001,"type":"private"},"text":"m"} """)]
    [InlineData(""" "message_auto_delete_timer_changed":{"message_auto_delete_time":86400} """)]
    [InlineData(""" "write_access_allowed":{} """)]
    public void What_telegram_itself_says_in_her_chat_is_left_alone(string content) => Assert.Same(Meaning.Nothing, Updates.Read(Updates.Message(content)));

    [Theory]
    [InlineData(""" "a_kind_of_the_future":{"x":1} """)]
    [InlineData(""" "inline_query":{"id":"1","from":{"id":5550001,"is_bot":false,"first_name":"S"},"query":"q","offset":""} """)]
    [InlineData(""" "poll_answer":{"poll_id":"1","option_ids":[1]} """)]
    public void Another_kind_of_update_is_left_alone(string fields) => Assert.Same(Meaning.Nothing, Updates.Read(fields));

    private static string Press(string fields) => $$"""
        "callback_query":{"id":"4382bfdwdsb323b2d9","from":{{Human}},"chat_instance":"1",{{fields}}}
        """;

    private static string Membership(string chat, string before, string after) => $$"""
        "my_chat_member":{"chat":{{chat}},"from":{{Human}},"date":1795500000,
          "old_chat_member":{"status":"{{before}}","user":{{Robot}},"until_date":0},"new_chat_member":{"status":"{{after}}","user":{{Robot}},"until_date":0} }
        """;
}
