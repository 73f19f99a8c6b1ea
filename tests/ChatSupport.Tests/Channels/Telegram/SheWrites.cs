using ChatSupport.Channels.Telegram;
using ChatSupport.Conversations;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Tests.Channels.Telegram;

public sealed class SheWrites
{
    [Fact]
    public void A_text_is_an_event_of_her_own_conversation()
    {
        var inbound = Updates.Inbound("""
            "text":"ខ្ញុំចង់សួរ"
            """);

        Assert.Equal(new Inbound
        {
            Id = "tg:700000001:1001",
            Conversation = Updates.Conversation,
            Address = "5550001",
            Event = new InboundEvent.Did(new Input.Text("ខ្ញុំចង់សួរ")),
            ArrivedAt = Updates.Now,
            MessageId = "77",
            LanguageHint = "km",
        }, inbound);
    }

    [Theory]
    [InlineData("/start", "start")]
    [InlineData("/start@PeerBot", "start")]
    [InlineData("/start campaign_42", "start")]
    [InlineData("/X", "x")]
    [InlineData("/x@PeerBot now", "x")]
    [InlineData("/forget", "forget")]
    [InlineData("/language", "language")]
    [InlineData("/help\nplease", "help")]
    [InlineData("/menu", "menu")]
    [InlineData("/person", "person")]
    [InlineData("/back", "back")]
    public void A_command_is_known_by_its_name_alone(string typed, string name) =>
        Assert.Equal(new InboundEvent.Commanded(name), Updates.Inbound($"\"text\":{System.Text.Json.JsonSerializer.Serialize(typed)}").Event);

    [Theory]
    [InlineData("/xylophone")]
    [InlineData("/")]
    [InlineData("x")]
    [InlineData("see /x")]
    public void What_only_looks_like_a_command_is_text(string typed) =>
        Assert.Equal(new Input.Text(typed), Updates.Input($"\"text\":\"{typed}\""));

    [Fact]
    public void A_location_a_venue_and_a_live_location_are_where_she_is()
    {
        var spot = new Input.Location(10.627, 103.522);

        Assert.Equal(spot, Updates.Input("""
            "location":{"latitude":10.627,"longitude":103.522}
            """));
        Assert.Equal(spot, Updates.Input("""
            "location":{"latitude":10.627,"longitude":103.522,"live_period":900}
            """));
        Assert.Equal(spot, Updates.Input("""
            "location":{"latitude":10.627,"longitude":103.522},"venue":{"location":{"latitude":10.627,"longitude":103.522},"title":"t","address":"a"}
            """));
    }

    [Fact]
    public void A_voice_note_is_kept_as_a_reference_that_says_nothing_and_opens_only_in_her_conversation()
    {
        var voice = Assert.IsType<Input.Voice>(Updates.Input("""
            "voice":{"file_id":"AwACAgUAAxkBAAIB","file_unique_id":"u1","duration":3}
            """));

        Assert.DoesNotContain("AwACAgUAAxkBAAIB", voice.Media, StringComparison.Ordinal);
        Assert.Equal("AwACAgUAAxkBAAIB", Updates.Files.Open(Updates.Conversation, voice.Media));
        Assert.Null(Updates.Files.Open("tg:another", voice.Media));
        Assert.Null(Updates.Files.Open(Updates.Conversation, "not a reference"));
    }

    [Fact]
    public void Of_a_photo_the_largest_size_is_taken_whatever_the_order()
    {
        var photo = Assert.IsType<Input.Photo>(Updates.Input("""
            "photo":[{"file_id":"small","file_unique_id":"a","width":90,"height":60},
                     {"file_id":"large","file_unique_id":"c","width":1280,"height":853},
                     {"file_id":"middle","file_unique_id":"b","width":320,"height":213}],"caption":"x"
            """));

        Assert.Equal("large", Updates.Files.Open(Updates.Conversation, photo.Media));
    }

    [Theory]
    [InlineData(""" "sticker":{"file_id":"f","file_unique_id":"u","type":"regular","width":1,"height":1,"is_animated":false,"is_video":false} """)]
    [InlineData(""" "video":{"file_id":"f","file_unique_id":"u","width":1,"height":1,"duration":1} """)]
    [InlineData(""" "video_note":{"file_id":"f","file_unique_id":"u","length":1,"duration":1} """)]
    [InlineData(""" "audio":{"file_id":"f","file_unique_id":"u","duration":1} """)]
    [InlineData(""" "document":{"file_id":"f","file_unique_id":"u"} """)]
    [InlineData(""" "animation":{"file_id":"f","file_unique_id":"u","width":1,"height":1,"duration":1},"document":{"file_id":"f","file_unique_id":"u"} """)]
    [InlineData(""" "contact":{"phone_number":"1","first_name":"x"} """)]
    [InlineData(""" "dice":{"emoji":"🎲","value":3} """)]
    [InlineData(""" "poll":{"id":"1","question":"q","options":[],"total_voter_count":0,"is_closed":false,"is_anonymous":true,"type":"regular","allows_multiple_answers":false} """)]
    [InlineData(""" "a_kind_of_the_future":{"x":1} """)]
    public void What_nobody_reads_here_is_unreadable_not_ignored(string content) => Assert.IsType<Input.Unreadable>(Updates.Input(content));

    [Theory]
    [InlineData(""" "sticker":{"file_id":"f","file_unique_id":"u","type":"regular","width":1,"height":1,"is_animated":false,"is_video":false} """, "sticker")]
    [InlineData(""" "contact":{"phone_number":"1","first_name":"x"} """, "contact")]
    [InlineData(""" "document":{"file_id":"f","file_unique_id":"u"} """, "document")]
    [InlineData(""" "a_kind_of_the_future":{"x":1} """, null)]
    public void Its_kind_is_told_where_it_is_known(string content, string? kind) => Assert.Equal(new Input.Unreadable(kind), Updates.Input(content));

    [Fact]
    public void A_document_that_says_it_is_a_PDF_can_be_fetched_by_who_takes_one()
    {
        var document = Assert.IsType<Input.Unreadable>(Updates.Input(""" "document":{"file_id":"pdf","file_unique_id":"u","mime_type":"application/pdf"},"caption":"my contract" """));

        Assert.Equal(("document", "my contract", "pdf"), (document.Kind, document.Caption, Updates.Files.Open(Updates.Conversation, document.Media!)));
    }

    [Fact]
    public void A_topic_is_what_says_itself_to_be_one_and_a_reply_names_what_it_answers()
    {
        var inTopic = Updates.Inbound(""" "text":"x","message_thread_id":9,"is_topic_message":true """);
        var reply = Updates.Inbound(""" "text":"x","message_thread_id":5,"reply_to_message":{"message_id":5,"date":1,"chat":{"id":5550001,"type":"private"}} """);

        Assert.Equal("topic 9", inTopic.Thread);
        Assert.Null(reply.Thread);
    }

    [Fact]
    public void An_edited_message_says_what_it_says_now_and_can_be_deleted()
    {
        var inbound = Assert.IsType<Meaning.Event>(Updates.Read(
            Updates.Message("""
                "text":"new words","edit_date":1795500009
                """).Replace("\"message\":", "\"edited_message\":", StringComparison.Ordinal))).Inbound;

        Assert.Equal((new InboundEvent.Did(new Input.Edited("new words")), "77"), (inbound.Event, inbound.MessageId));
    }

    [Fact]
    public void A_live_location_that_moves_on_is_no_edit() =>
        Assert.Same(Meaning.Nothing, Updates.Read(Updates.Message("""
            "location":{"latitude":10.6,"longitude":103.5,"live_period":900},"edit_date":1795500009
            """).Replace("\"message\":", "\"edited_message\":", StringComparison.Ordinal)));

    [Fact]
    public void Of_an_album_the_first_picture_is_answered_and_the_others_are_only_remembered()
    {
        var reader = Updates.Reader();
        var picture = Updates.Message("""
            "media_group_id":"135","photo":[{"file_id":"f","file_unique_id":"a","width":90,"height":60}]
            """);

        Assert.IsType<InboundEvent.Did>(Event(1001));
        Assert.IsType<InboundEvent.Continued>(Event(1002));
        Assert.IsType<InboundEvent.Did>(Event(1001)); // brought again after a failure

        InboundEvent Event(int update) => Assert.IsType<Meaning.Event>(Updates.Read(picture, reader, update)).Inbound.Event;
    }
}
