using ChatSupport.Conversations;
using ChatSupport.Escalation.Relay;
using ChatSupport.Escalation.Supervision;
using ChatSupport.Storage;
using ChatSupport.Tests.Content.Recordings;

namespace ChatSupport.Tests.Escalation.Supervision;

public sealed class SendingFromTheConsole
{
    private static readonly byte[] picture = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, (byte)'J', (byte)'F', (byte)'I', (byte)'F', 0, 1, 2, 0, 0, 1, 0, 1, 0, 0];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Her_voice_and_a_picture_reach_the_worker_and_go_with_the_chat()
    {
        await using var desk = await DeskStaff.Start();
        var (mealea, chat) = await Has(desk);

        await desk.Did(() => desk.Sending.Say(mealea, chat, new MemoryStream(Sounds.Wave(1.5)), Cancel));
        await desk.Did(() => desk.Sending.Show(mealea, chat, new MemoryStream(picture), Cancel));

        var sent = desk.World.Phones.Sent.Select(one => one.Body).OfType<OutboundBody.Line>().Select(line => line.Media).OfType<LineMedia>().ToList();
        Assert.Equal([LineMediaKind.Voice, LineMediaKind.Photo], sent.Select(media => media.Kind));
        Assert.Equal("OggS"u8.ToArray(), (await Read(desk, sent[0]))!.Bytes[..4]);
        Assert.Equal(picture, (await Read(desk, sent[1]))!.Bytes);
        var own = desk.World.Lines(chat).Where(line => line.Media is not null).ToList();
        Assert.Equal("audio/ogg", (await desk.Mine.Media(mealea, own[0].Number, Cancel))!.ContentType); // she hears it as well

        await desk.Did(() => desk.Mine.Do(mealea, chat, MyAct.TakeBack, Cancel));
        Assert.Null(await Read(desk, sent[1]));
        Assert.Equal(1L, Files(desk));
        await desk.World.Desk.Write(pen => { Reaching.LoseHer(pen, pen.Chat(chat)!); return true; }, Cancel);
        Assert.Equal(0L, Files(desk));
    }

    [Fact]
    public async Task What_is_no_sound_or_no_picture_or_not_for_her_is_not_sent()
    {
        await using var desk = await DeskStaff.Start();
        var (mealea, chat) = await Has(desk);
        var other = await desk.EducatorAtTheConsole("Dara");

        await desk.Refused(DeskRefusal.NoVoice, () => desk.Sending.Say(mealea, chat, new MemoryStream(picture), Cancel));
        await desk.Refused(DeskRefusal.VoiceTooLong, () => desk.Sending.Say(mealea, chat, new EndlessStream(), Cancel));
        await desk.Refused(DeskRefusal.NoPicture, () => desk.Sending.Show(mealea, chat, new MemoryStream("<svg onload=alert(1)>"u8.ToArray()), Cancel));
        await desk.Refused(DeskRefusal.NoPicture, () => desk.Sending.Show(mealea, chat, new MemoryStream([.. picture, .. "Exif\0\0MM GPS 10.62 103.52"u8]), Cancel)); // as the camera wrote it
        await desk.Refused(DeskRefusal.NoPicture, () => desk.Sending.Show(mealea, chat, new MemoryStream([.. picture, .. new byte[SendingBook.MostPictureBytes]]), Cancel));
        await desk.Refused(DeskRefusal.NotYours, () => desk.Sending.Show(other, chat, new MemoryStream(picture), Cancel));

        Assert.Equal(0L, Files(desk));
    }

    [Fact]
    public async Task What_a_worker_is_asked_is_read_aloud_to_her()
    {
        await using var desk = await DeskStaff.Start();
        var (mealea, chat) = await Has(desk);
        await desk.Did(() => desk.MyReferrals.Write(mealea, chat, Telling.To, Telling.Exactly, Cancel));
        var drafted = Assert.Single(desk.MyReferrals.Look(mealea)).One;

        await desk.Did(() => desk.Sending.ReadAloud(mealea, drafted.Id, drafted.Version, new MemoryStream(Sounds.Wave(1.5)), Cancel));
        await desk.Refused(DeskRefusal.NotNowReferral, () => desk.Sending.ReadAloud(mealea, drafted.Id, drafted.Version, new MemoryStream(Sounds.Wave(1.5)), Cancel)); // as it was
        var spoken = Assert.Single(desk.MyReferrals.Look(mealea)).One;
        await desk.Did(() => desk.Sending.ReadAloud(mealea, spoken.Id, spoken.Version, new MemoryStream(Sounds.Wave(1)), Cancel));

        var again = Assert.Single(desk.MyReferrals.Look(mealea)).One;
        Assert.NotNull(await Read(desk, again.Voice!));
        Assert.Null(await Read(desk, spoken.Voice!)); // nobody needs the first any more
        await desk.Did(() => desk.MyReferrals.Ask(mealea, again.Id, again.Version, Cancel));
        Assert.Equal("desk.referral-voice", desk.Audit("desk.referral-voice")[0].Act);
    }

    private static async Task<(string Session, string Chat)> Has(DeskStaff desk)
    {
        var mealea = await desk.EducatorAtTheConsole();
        var worker = await desk.Asks("hello");
        var chat = desk.ChatOf(worker).Id;
        await desk.Did(() => desk.Mine.Take(mealea, chat, Cancel));
        return (mealea, chat);
    }

    private static Task<SentMedia?> Read(DeskStaff desk, LineMedia media) => desk.Get<IEnumerable<IMediaSource>>().Single(source => source.Channel == "desk").Read(media.From, media.Media!, Cancel);

    private static long Files(DeskStaff desk) => desk.Get<StoreReaders>().Read(session => (long)session["SELECT count(*) FROM desk_files"].One()!);
}
