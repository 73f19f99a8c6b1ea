using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ChatSupport.Storage;

namespace ChatSupport.Tests.Channels.DirectLine;

[Collection(OneWebHost.Name)]
public sealed class WhatIsSaidIsTaken(WebHost host)
{
    private const string Script = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'&";

    [Fact]
    public async Task It_comes_back_before_the_answer_with_the_clients_own_id()
    {
        var talk = await host.Welcome();
        var read = talk.Read.Count;

        var posted = await talk.Types("overtime", clientId: "mine-7");
        await talk.Sees("This is rights.");

        var echo = talk.Read[read];
        Assert.Equal(posted.Text("id"), (string?)echo["id"]);
        Assert.Equal("mine-7", (string?)echo["channelData"]!["clientActivityID"]);
        Assert.Equal(("user", "overtime"), ((string?)echo["from"]!["role"], (string?)echo["text"]));
        Assert.Equal("This is rights.\n\n1. Refused", (string?)talk.Read[read + 1]["text"]);
    }

    [Fact]
    public async Task An_answer_says_what_it_answers_and_what_comes_unasked_does_not()
    {
        var talk = await host.Begin();
        Assert.Null(talk.Read.Single()["replyToId"]);

        var pressed = await talk.Presses("Agree");
        var home = await talk.Sees("This is home.");
        var typed = await talk.Types("overtime");
        var rights = await talk.Sees("This is rights.");

        Assert.Equal((pressed.Text("id"), typed.Text("id")), ((string?)home["replyToId"], (string?)rights["replyToId"]));
    }

    [Fact]
    public async Task An_answer_to_what_was_taken_away_refers_to_nothing()
    {
        var talk = await host.Welcome();
        await talk.Presses("Health");
        await talk.Sees("This is health.");

        await talk.Types("a marked word: tamarind");
        var answer = await talk.Sees("This is health.");

        Assert.Null(answer["replyToId"]); // clients would wait for it
    }

    [Fact]
    public async Task The_same_again_changes_nothing_and_is_answered_as_before()
    {
        var talk = await host.Welcome();

        var first = await talk.Types("overtime", clientId: "one");
        await talk.Sees("This is rights.");
        var second = await talk.Types("overtime", clientId: "one");
        await talk.Types("overtime", clientId: "two");
        await talk.Sees("This is rights.");

        Assert.Equal((HttpStatusCode.OK, first.Text("id")), (second.Status, second.Text("id")));
        Assert.Equal(2, talk.Read.Count(activity => WebTalk.Says(activity) == "overtime"));
    }

    [Fact]
    public async Task A_button_is_pressed_by_its_value_and_stays_known_as_a_press()
    {
        var talk = await host.Begin();

        await talk.Presses("Agree");
        await talk.Sees("This is home.");

        Assert.True((bool)talk.Read.Single(activity => !WebTalk.FromBot(activity))["channelData"]!["postBack"]!);
    }

    [Theory]
    [InlineData("""{"type":"message"}""")]
    [InlineData("""{"type":"message","text":"  "}""")]
    [InlineData("""{"type":"invoke","name":"x"}""")]
    [InlineData("""{"text":"hello"}""")]
    [InlineData("""{"type":"message","text":5}""")]
    [InlineData("""{"type":"message","text":"\ud800"}""")]
    [InlineData("""{"type":"message","text":"a","value":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":1}}}}}}}}}}}}}}}}}""")]
    [InlineData("[1]")]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("{")]
    public async Task What_cannot_be_read_is_refused_and_changes_nothing(string body)
    {
        var talk = await host.Begin();

        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        (await talk.Call(HttpMethod.Post, "/activities", content: content)).IsRefused(HttpStatusCode.BadRequest, "BadArgument");

        Assert.Single(await talk.Everything());
    }

    [Fact]
    public async Task What_is_too_long_is_refused_before_it_is_read()
    {
        var talk = await host.Begin();

        (await talk.Types(new string('x', 70_000))).IsRefused(HttpStatusCode.RequestEntityTooLarge, "MessageSizeTooBig");
    }

    [Fact]
    public async Task A_text_of_4096_letters_is_taken_and_a_longer_one_is_refused_whole_and_changes_nothing()
    {
        var talk = await host.Welcome();

        var refused = await talk.Types(new string('ក', 4097));
        var taken = await talk.Types(new string('ក', 4096));

        refused.IsRefused(HttpStatusCode.RequestEntityTooLarge, "MessageSizeTooBig");
        Assert.Contains("4096", (string?)refused.Json["error"]!["message"], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, taken.Status);
        Assert.Equal([4096], (await talk.Everything()).Select(activity => WebTalk.Says(activity)).Where(text => text.StartsWith('ក')).Select(text => text.Length));
    }

    [Theory]
    [InlineData("""{"type":"typing"}""")]
    [InlineData("""{"type":"conversationUpdate","membersAdded":[{"id":"x"}]}""")]
    [InlineData("""{"type":"endOfConversation"}""")]
    [InlineData("""{"type":"messageDelete","id":"x|0000001"}""")]
    public async Task What_has_no_meaning_here_is_taken_and_changes_nothing(string body)
    {
        var talk = await host.Begin();

        var posted = await talk.Post(JsonNode.Parse(body)!.AsObject());

        Assert.Equal(HttpStatusCode.OK, posted.Status);
        Assert.Single(await talk.Everything());
    }

    [Fact]
    public async Task An_event_of_the_clients_own_comes_back_to_it_and_asks_nothing_of_the_bot()
    {
        var talk = await host.Begin();

        await talk.Post(new JsonObject { ["type"] = "event", ["name"] = "webchat/join" }, clientId: "joined");

        var echo = (await talk.Poll()).Single();
        Assert.Equal(("event", "webchat/join", "joined"), ((string?)echo["type"], (string?)echo["name"], (string?)echo["channelData"]!["clientActivityID"]));
    }

    [Fact]
    public async Task An_edit_is_answered_with_a_kind_word()
    {
        var talk = await host.Welcome();

        await talk.Post(new JsonObject { ["type"] = "messageUpdate", ["id"] = $"{talk.Conversation}|0000002", ["text"] = "changed" });

        Assert.NotNull((string?)(await talk.Sees("This is home."))["channelData"]!["chatsupport"]!["notice"]);
    }

    [Fact]
    public async Task Markup_in_every_field_stays_text_and_never_leaves_its_quotes()
    {
        var talk = await host.Welcome();
        var everywhere = new JsonObject
        {
            ["type"] = "message",
            ["text"] = Script,
            ["locale"] = Script,
            ["name"] = Script,
            ["replyToId"] = Script,
            ["id"] = Script,
            ["from"] = new JsonObject { ["id"] = Script, ["name"] = Script, ["role"] = "bot" },
            ["conversation"] = new JsonObject { ["id"] = Script },
            ["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "text/html", ["contentUrl"] = "javascript:alert(1)", ["content"] = Script }),
            ["suggestedActions"] = new JsonObject { ["actions"] = new JsonArray(Script) },
            ["channelData"] = new JsonObject { ["chatsupport"] = Script, ["inPlace"] = Script, ["location"] = Script, ["clientTimestamp"] = Script, [Script] = Script },
        };

        Assert.Equal(HttpStatusCode.OK, (await talk.Post(everywhere, clientId: Script)).Status);

        var raw = await talk.Call(HttpMethod.Get, "/activities");
        Assert.Equal("application/json", raw.ContentType);
        Assert.Equal("nosniff", raw.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.DoesNotContain("<", Encoding.UTF8.GetString(raw.Body), StringComparison.Ordinal);
        Assert.DoesNotContain("javascript:", Encoding.UTF8.GetString(raw.Body), StringComparison.Ordinal);
        var echo = raw.Json["activities"]!.AsArray().Single(activity => WebTalk.Says(activity!) == Script)!;
        Assert.Equal("user", (string?)echo["from"]!["role"]);
        Assert.Null(echo["suggestedActions"]);
        Assert.Null(echo["channelData"]!["chatsupport"]);
    }

    [Theory]
    [InlineData("""{"latitude":10.6,"longitude":103.5}""")]
    [InlineData("""{"latitude":91,"longitude":0}""")]
    [InlineData("""{"latitude":1e400,"longitude":0}""")]
    public async Task A_shared_place_is_taken_whatever_its_numbers_are(string location)
    {
        var talk = await host.Welcome();

        var posted = await talk.Post(new JsonObject { ["type"] = "message", ["text"] = "here", ["channelData"] = new JsonObject { ["location"] = JsonNode.Parse(location) } });

        Assert.Equal(HttpStatusCode.OK, posted.Status);
        await talk.Sees("This is");
    }

    [Fact]
    public async Task Who_is_too_fast_is_told_and_what_was_not_taken_is_no_part_of_the_chat()
    {
        var talk = await host.Welcome();

        var answers = new List<WebReply>();
        while (answers.Count < 40)
            answers.Add(await talk.Types($"word {answers.Count}"));

        var refused = answers.Where(answer => answer.Status == HttpStatusCode.TooManyRequests).ToList();
        Assert.NotEmpty(refused);
        refused[^1].IsRefused(HttpStatusCode.TooManyRequests, "TooManyRequests");
        Assert.NotNull(refused[^1].Headers.RetryAfter);
        Assert.DoesNotContain(await talk.Everything(), activity => WebTalk.Says(activity) == "word 39");
        host.Time.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(HttpStatusCode.OK, (await talk.Types("overtime")).Status);
        await talk.Sees("This is rights.");
    }

    [Fact]
    public async Task While_nothing_can_be_kept_it_is_refused_and_sent_again_it_takes_effect_once()
    {
        var talk = await host.Welcome();
        // What was answered before is marked as sent: while the store is locked that would fail, and be tried again on a clock that stands.
        await talk.Until(() => host.Count("outbox", talk.Conversation) == 0, "the outbox is empty");
        using (var other = host.Get<Database>().OpenForWriting())
        {
            other.Begin();
            (await talk.Types("overtime", clientId: "again")).IsRefused(HttpStatusCode.ServiceUnavailable, "ServiceUnavailable");
        }
        await talk.Until(() => host.Get<StoreHealth>().IsWell, "the writer recovers");

        Assert.Equal(HttpStatusCode.OK, (await talk.Types("overtime", clientId: "again")).Status);
        Assert.Equal(HttpStatusCode.OK, (await talk.Types("overtime", clientId: "again")).Status);
        await talk.Sees("This is rights.");

        Assert.Single(await talk.Everything(), activity => WebTalk.Says(activity) == "overtime");
        Assert.Single(await talk.Everything(), activity => WebTalk.Says(activity).StartsWith("This is rights.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task In_the_database_it_is_sealed_and_the_conversations_id_is_not_there()
    {
        var talk = await host.Welcome();
        await talk.Types("a marked word: pomegranate");
        await talk.Sees("This is home.");

        var rows = host.Get<StoreReaders>().Read(session => session["SELECT conversation, origin, body FROM web_activities"].All(
            row => row.GetString(0) + row.GetString(1) + (row.IsDBNull(2) ? "" : Encoding.Latin1.GetString((byte[])row.GetValue(2)))));

        Assert.NotEmpty(rows);
        Assert.DoesNotContain(rows, row => row.Contains("pomegranate", StringComparison.Ordinal) || row.Contains(talk.Conversation, StringComparison.Ordinal));
    }
}
