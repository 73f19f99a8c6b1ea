using ChatSupport.Conversations;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Tests.Escalation;

/// <summary>What stands under a picture or a voice note is said like anything else, and so is every picture of an album.</summary>
public sealed class WordsUnderPictures
{
    [Fact]
    public async Task They_reach_the_helper_raise_the_chat_and_are_held_where_a_number_is_in_them()
    {
        await using var world = await DeskWorld.Start();
        var (worker, helper) = await world.Talk();
        Assert.Equal(2, world.ChatOf(worker)!.Level);

        await worker.Sends(new Input.Photo("picture", "he locked the door and I want to die"));
        await worker.Sends(new Input.Voice("voice", "call my sister 012 345 678"));

        Assert.Contains("he locked the door and I want to die", helper.Screen, StringComparison.Ordinal);
        Assert.Equal(0, world.ChatOf(worker)!.Level);
        Assert.DoesNotContain("012 345 678", helper.Screen, StringComparison.Ordinal);
        Assert.Contains("A message of hers waits for a supervisor to decide.", helper.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_picture_of_an_album_arrives_once_in_both_directions()
    {
        await using var world = await DeskWorld.Start();
        var (worker, helper) = await world.Talk();

        await worker.Sends(new Input.Photo("one", "these are the papers"));
        await worker.Does(new InboundEvent.Continued(new Input.Photo("two")));
        await worker.Does(new InboundEvent.Continued(new Input.Photo("three")));
        await helper.Sends(new Input.Photo("four"));
        await helper.Does(new InboundEvent.Continued(new Input.Photo("five", "and this one")));

        Assert.Equal(["one", "two", "three"], Pictures(helper));
        Assert.Equal(["four", "five"], Pictures(worker));
        Assert.Contains("and this one", worker.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_too_long_for_a_picture_come_below_it_and_changed_ones_come_anew()
    {
        await using var world = await DeskWorld.Start();
        var (worker, helper) = await world.Talk();
        var end = "the end of it";

        var sent = await worker.Sends(new Input.Photo("one", new string('a', 1500) + end));
        Assert.Contains(end, helper.Screen, StringComparison.Ordinal);
        var second = await worker.Sends(new Input.Photo("two", "at the blue door"));
        await worker.Edits(second, "at the green door");

        Assert.Contains("at the green door", helper.Screen, StringComparison.Ordinal);
        Assert.NotEqual(sent, second);
    }

    private static IEnumerable<string?> Pictures(Somebody somebody) => somebody.Sees.Select(shown => shown.Media).OfType<LineMedia>().Select(media => media.Media);
}
