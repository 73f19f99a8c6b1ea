using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using ChatSupport.Conversations;
using ChatSupport.Escalation.Desk;
using ChatSupport.Escalation.Educators;

namespace ChatSupport.Escalation.Duty;

/// <summary>An educator joins the desk from her own phone by a link, and is taken off it where the phone is lost.</summary>
internal static partial class Joining
{
    private const string Add = """
        INSERT INTO desk_invitations (hash, educator, until) VALUES ($1, $2, $3)
        ON CONFLICT (educator) DO UPDATE SET hash = excluded.hash, until = excluded.until
        """;

    private const string Find = "SELECT educator FROM desk_invitations WHERE hash = $1 AND until > $2";
    private const string Drop = "DELETE FROM desk_invitations WHERE educator = $1";

    /// <summary>Makes a link's secret; an earlier one ends.</summary>
    /// <returns>What stands in the link. It is known nowhere else.</returns>
    public static string Invite(DeskPen pen, string educator)
    {
        var secret = DeskIds.NewSecret();
        pen.Session[Add].Run(HashOf(secret), educator, (pen.Now + pen.Options.InvitationFor).ToUnixTimeMilliseconds());
        return secret;
    }

    /// <summary>The secret in what somebody sent, as a link or typed; null where it is none.</summary>
    public static string? SecretIn(string text) => Link().Match(text.Trim()) is { Success: true } found ? found.Groups[1].Value : null;

    /// <summary>Whom a secret is for; null where it is over or was used.</summary>
    public static Educator? Invited(DeskPen pen, string secret) =>
        pen.Session[Find].One(HashOf(secret), pen.Now.ToUnixTimeMilliseconds()) is string id && pen.Educator(id) is { LeftAt: null } educator ? educator : null;

    /// <summary>She answers from this conversation from now on.</summary>
    public static void Join(DeskPen pen, string secret, string conversation, string language)
    {
        if (Invited(pen, secret) is not { } educator)
        {
            pen.Send(conversation, new OutboundBody.Post(new InboundEvent.News(EducatorNews.Gone, ""))); // somebody was faster
            return;
        }
        pen.Session[Drop].Run(educator.Id);
        if (educator.Conversation is { } older && older != conversation)
            Purge(pen, older);
        if (pen.Educators().Find(one => one.Conversation == conversation && one.Id != educator.Id) is { } other)
        {
            OnDuty.Lose(pen, other); // one conversation answers for one person
            pen.Save(pen.Educator(other.Id)! with { Conversation = null, Away = false });
        }
        educator = pen.Save(educator with { Conversation = conversation, Language = language, Away = false, DutySince = educator.DutySince ?? pen.Now });
        pen.Tell(educator, new OutboundBody.Line { Text = $"{DeskWord.Welcome.In(language)} {educator.Alias.In(language)}" });
        pen.Tell(educator, DeskLines.Menu(educator, pen.Now));
    }

    /// <summary>Her phone is lost: in one act she is off it, everything of the desk goes from it, and whoever she helped is given to another.</summary>
    public static void LosePhone(DeskPen pen, Educator educator)
    {
        pen.Session[Drop].Run(educator.Id);
        if (educator.Conversation is not { } conversation)
            return;
        OnDuty.Lose(pen, educator);
        educator = pen.Educator(educator.Id)!;
        pen.Save(educator with { Conversation = null, Away = false });
        Purge(pen, conversation);
    }

    /// <summary>She works at the desk no longer.</summary>
    public static void Leave(DeskPen pen, Educator educator)
    {
        LosePhone(pen, educator);
        pen.Save(pen.Educator(educator.Id)! with { LeftAt = pen.Now, Duty = DutyState.Off });
    }

    private static void Purge(DeskPen pen, string conversation)
    {
        foreach (var chat in pen.Lines.ChatsIn(conversation))
            pen.EndThread(conversation, chat);
        var copies = pen.Lines.TakeAllCopies(conversation);
        if (copies.Count > 0)
            pen.Send(conversation, new OutboundBody.Erase([.. copies], Everything: false));
        pen.Send(conversation, new OutboundBody.Post(new InboundEvent.News(EducatorNews.Gone, "")));
    }

    private static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    [GeneratedRegex("^(?:/start )?desk-([a-z0-9]{26})$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex Link();
}
