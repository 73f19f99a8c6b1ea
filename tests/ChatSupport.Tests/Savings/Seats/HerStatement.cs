using ChatSupport.Conversations;
using ChatSupport.Dialogs.Running;
using ChatSupport.Hosting;
using ChatSupport.Savings.Accounts;
using ChatSupport.Savings.Amounts;
using ChatSupport.Savings.Statements;
using ChatSupport.Tests.Conversations;
using ChatSupport.Tests.Escalation;
using SkiaSharp;
using SkiaSharp.HarfBuzz;

namespace ChatSupport.Tests.Savings.Seats;

/// <summary>She asks for her statement: a picture in the chat, for as long as she looks.</summary>
public sealed class HerStatement
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    [Covers(SavingsActions.Picture), Covers(SavingsActions.Statement)]
    public async Task It_takes_the_place_of_a_message_that_says_nothing_and_goes_with_what_is_open()
    {
        await using var world = await SeatWorld.Start();
        var she = await Looks(world);

        var picture = Assert.Single(she.Sees, shown => shown.Media is not null);
        Assert.Equal(("", LineMediaKind.Photo), (picture.Text, picture.Media!.Kind));
        var sent = world.Phones.Sent.Where(one => one.Body is OutboundBody.Line).ToList();
        Assert.Equal([("…", null), ("", picture.Id)], sent.Select(one => (((OutboundBody.Line)one.Body).Text, one.Edits)));
        Assert.All(sent, one => Assert.True(one.Silent));
        var drawn = await Source(world).Read(picture.Media.From, picture.Media.Media!, Cancel);
        Assert.Equal("image/png", drawn!.ContentType);
        Assert.InRange(drawn.Bytes.Length, 5_000, 60_000);

        await world.Pass(TimeSpan.FromSeconds(61));
        Assert.DoesNotContain(she.Sees, shown => shown.Media is not null || shown.Text == "…");
        Assert.Null(await Source(world).Read(picture.Media.From, picture.Media.Media!, Cancel)); // who tries to send it now has nothing to send
    }

    [Fact]
    public async Task It_goes_as_soon_as_she_looks_elsewhere_and_each_new_one_takes_the_older_away()
    {
        await using var world = await SeatWorld.Start();
        var she = await Looks(world);
        await she.Presses("My savings");
        Assert.DoesNotContain(she.Sees, shown => shown.Media is not null);

        await she.Presses("All lines");
        await she.Presses("🖼 As a picture");
        await she.Commands("hide");

        Assert.DoesNotContain(she.Sees, shown => shown.Media is not null);
        Assert.Contains("Closed.", she.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_arrives_when_she_looks_no_longer_is_taken_away_again_and_becomes_nothing()
    {
        await using var world = await SeatWorld.Start();
        var she = await Looks(world);
        await she.Presses("My savings");

        await she.Does(new InboundEvent.News(SavingsActions.PictureStands, "savings-picture:older 77"));

        Assert.Contains(world.Phones.Sent, sent => sent.Body is OutboundBody.Erase { Messages: ["77"] });
        Assert.DoesNotContain(world.Phones.Sent, sent => sent.Edits == "77");
    }

    [Fact]
    public async Task A_crash_between_the_message_and_the_picture_leaves_nothing_that_stays()
    {
        await using var world = await SeatWorld.Start();
        var she = await Looks(world);
        await she.Presses("My savings");
        await she.Presses("All lines");
        world.Phones.Trouble = sent => sent.Body is OutboundBody.Line { Media: not null } ? new SendOutcome.TryAgain("no line") : null;
        var menu = she.Sees[^1];
        await she.Does(new InboundEvent.Did(new Input.Button(menu.Buttons.Single(button => button.Label == "🖼 As a picture").Id)), pressed: menu.Id, settles: false);
        await DeskWorld.Until(() => world.StateOf(she).Seat is { Picture: not null }, "the message is known");
        world.Phones.Trouble = null;
        await world.Restart();
        Assert.Single(she.Sees, shown => shown.Media is not null); // tried again, as long as it may be shown

        await world.Pass(TimeSpan.FromSeconds(61));

        Assert.DoesNotContain(she.Sees, shown => shown.Media is not null || shown.Text == "…");
    }

    [Fact]
    public async Task Her_first_pin_draws_the_open_pocket_alone_and_her_second_both()
    {
        await using var world = await SeatWorld.Start();
        var member = (await world.Group())[0];
        await world.Gives(member, Money.Riel(12_500));
        await world.Gives(member, Money.Riel(70_000), Pocket.Private);
        var she = await world.Seated(member);
        await she.Presses("To my savings");
        await she.Presses("I have a code");
        await world.Staff.GiveSecondPin(member.Id, SeatWorld.Officer, Cancel);
        await she.Types(SeatWorld.Digits(await world.Staff.GiveSecondPin(member.Id, SeatWorld.Colleague, Cancel)));
        await SeatWorld.Enters(she, SeatWorld.Pin);
        await SeatWorld.Enters(she, SeatWorld.SecondPin);
        await SeatWorld.Enters(she, SeatWorld.SecondPin);

        await SeatWorld.Opens(she);
        var open = await Words(world, she);
        await SeatWorld.Opens(she, SeatWorld.SecondPin);
        var both = await Words(world, she);

        Assert.Contains("# 12,500៛", open, StringComparison.Ordinal);
        Assert.Contains("| given | +12,500៛", open, StringComparison.Ordinal);
        Assert.DoesNotContain("70,000", open, StringComparison.Ordinal);
        Assert.DoesNotContain("pocket", open, StringComparison.Ordinal);
        Assert.Contains("# 82,500៛", both, StringComparison.Ordinal);
        Assert.Contains("in the second pocket: 70,000៛", both, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_letters_are_all_there_and_khmer_ones_are_put_together()
    {
        using var stream = typeof(Serve).Assembly.GetManifestResourceStream("font/NotoSansKhmer-Regular.ttf");
        using var face = SKTypeface.FromStream(stream);
        using var font = new SKFont(face, 30);
        using var shaper = new SKShaper(face);
        foreach (var text in new[] { "ប្រាក់សន្សំ · ២៧/១១/២០២៦", "ក្នុងនោះ ហោប៉ៅទីពីរ៖ ៥,០០០៛ និង $២", "កែតម្រូវ (បានដកវិញ) +12,500៛ -$2.50", "Savings, in the second pocket: taken out" })
            Assert.DoesNotContain(0u, shaper.Shape(text, font).Codepoints);

        Assert.Equal(2, shaper.Shape("ស្ត", font).Codepoints.Length); // the second consonant becomes a sign below the first
    }

    [Fact]
    public void The_longest_is_still_small()
    {
        var line = "២៤/១១ | ប្តូរហោប៉ៅ (បានដកវិញ) | +១២,៥០០,០០០៛";
        var text = $"ប្រាក់សន្សំ · ២៧ វិច្ឆិកា ២០២៦\n# ១២៣,៤៥៦,៧០០៛\n# $១២,៣៤៥.៥០\nក្នុងនោះ ហោប៉ៅទីពីរ៖ ១២៣,៤៥៦,៧០០៛ និង $១២,៣៤៥.៥០\n---\n{string.Join('\n', Enumerable.Repeat(line, 12))}";

        var drawn = StatementPicture.Draw(text);

        Assert.InRange(drawn.Length, 10_000, 60_000);
        if (Environment.GetEnvironmentVariable("STATEMENT_TO") is { } path)
            File.WriteAllBytes(path, drawn); // to look at it
    }

    private static IMediaSource Source(SeatWorld world) => Assert.Single(world.Get<IEnumerable<IMediaSource>>(), source => source is StatementFile);

    private static async Task<string> Words(SeatWorld world, Somebody she)
    {
        await she.Presses("All lines");
        await she.Presses("🖼 As a picture");
        return (await ((StatementFile)Source(world)).Words(she.Key, Cancel))!;
    }

    private static async Task<Somebody> Looks(SeatWorld world)
    {
        var member = (await world.Group())[0];
        await world.Gives(member, Money.Riel(12_500));
        var she = await world.Seated(member);
        await SeatWorld.Opens(she);
        await she.Presses("All lines");
        await she.Presses("🖼 As a picture");
        return she;
    }
}
