using ChatSupport.Conversations;
using ChatSupport.Escalation.Desk;
using ChatSupport.Escalation.Referrals;
using ChatSupport.Escalation.Relay;
using ChatSupport.Staff.Audit;
using ChatSupport.Staff.Roles;
using ChatSupport.Staff.Voices;

namespace ChatSupport.Escalation.Supervision;

/// <summary>Who answers in the console sends her voice or a picture, or reads aloud what a worker is asked. A voice is encoded anew; a picture is drawn anew by
/// the page, so that nothing the camera wrote into it goes along; one that was not is refused.</summary>
internal sealed class SendingBook(DeskPens pens, AuditTrail trail, StaffGuard guard, VoiceConversion conversion)
{
    /// <summary>The most bytes of a picture.</summary>
    public const int MostPictureBytes = 2 * 1024 * 1024;

    /// <summary>The longest side of a picture, in points.</summary>
    public const int PictureSide = 1600;

    /// <summary>Sends her voice to the worker.</summary>
    public async Task<DeskAnswer> Say(string? session, string chat, Stream sent, CancellationToken cancel)
    {
        var person = guard.Require(session, StaffAct.AnswerChats);
        var (voice, why) = await Take(sent, cancel);
        return voice is null ? DeskAnswer.Not(why!) : await Send(person, chat, LineMediaKind.Voice, "audio/ogg", voice, cancel);
    }

    /// <summary>Sends a picture to the worker.</summary>
    public async Task<DeskAnswer> Show(string? session, string chat, Stream sent, CancellationToken cancel)
    {
        var person = guard.Require(session, StaffAct.AnswerChats);
        var bytes = new byte[MostPictureBytes + 1];
        var length = await sent.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancel);
        if (length > MostPictureBytes || bytes is not [0xFF, 0xD8, 0xFF, ..] || bytes.AsSpan(0, length).IndexOf("Exif\0"u8) >= 0)
            return DeskAnswer.Not(DeskRefusal.NoPicture);
        return await Send(person, chat, LineMediaKind.Photo, "image/jpeg", bytes[..length], cancel);
    }

    /// <summary>Reads aloud what a worker is to be asked.</summary>
    /// <param name="session">Whose.</param>
    /// <param name="id">Which referral.</param>
    /// <param name="version">As it was read.</param>
    /// <param name="sent">The sound.</param>
    /// <param name="cancel">Stops waiting.</param>
    public async Task<DeskAnswer> ReadAloud(string? session, string id, int version, Stream sent, CancellationToken cancel)
    {
        var person = guard.Require(session, StaffAct.AnswerChats);
        var (voice, why) = await Take(sent, cancel);
        return voice is null ? DeskAnswer.Not(why!) : await pens.Write(pen =>
        {
            if (OwnPlace.Of(pen, person) is not { } own)
                return DeskAnswer.Not(DeskRefusal.NotOnRoster);
            if (pen.Referrals.Find(id) is not { State: ReferralState.Drafted, HeldLine: null, Text.Length: > 0 } one || one.Version != version || !Referring.MayAct(pen, own, one))
                return DeskAnswer.Not(DeskRefusal.NotNowReferral);
            var media = pen.Lines.AddFile(one.Chat, LineMediaKind.Voice, "audio/ogg", voice);
            Referring.Write(pen, one, own, draft => draft with { Voice = media });
            trail.Add(pen.Session, new AuditNote(person.Id, "desk.referral-voice", id));
            return DeskAnswer.Done;
        }, cancel);
    }

    private Task<DeskAnswer> Send(StaffPerson person, string chat, LineMediaKind kind, string type, byte[] bytes, CancellationToken cancel) => pens.Write(pen => OwnPlace.InChat(pen, person, chat, (open, own) =>
    {
        Relaying.FromHelper(pen, open, own, new Said("", pen.Lines.AddFile(open.Id, kind, type, bytes), null));
        pen.Save(pen.Chat(open.Id)!);
        return DeskAnswer.Done;
    }), cancel);

    /// <returns>Ogg with Opus, or why there is none.</returns>
    private async Task<(byte[]? Voice, string? Why)> Take(Stream sent, CancellationToken cancel)
    {
        if (await VoiceConversion.Take(sent, cancel) is not { } taken)
            return (null, DeskRefusal.VoiceTooLong);
        return await conversion.Convert(taken, cancel) is Voice.Made made ? (made.Bytes, null) : (null, DeskRefusal.NoVoice);
    }
}
