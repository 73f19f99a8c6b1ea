using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatSupport.Conversations;
using ChatSupport.Reports.Cases;
using ChatSupport.Reports.Sealing;

namespace ChatSupport.Reports.Intake;

/// <summary>Seals answers one by one as they arrive. What leaves here can be opened by readers alone, once she sends it.</summary>
internal static class Answering
{
    /// <summary>The longest text of one message, in UTF-16 units: four times what Telegram lets through. Longer ones are refused, never cut.</summary>
    public const int LongestText = 16_000;

    /// <summary>The most things of one draft: more is no report any more.</summary>
    public const int MostItems = 100;

    /// <summary>The most bytes of recordings and pictures of one draft, as they are kept.</summary>
    public const long MostBytes = 30 * 1024 * 1024;

    /// <summary>The most recordings and pictures of one draft.</summary>
    public const int MostFiles = 10;

    private const string OfPicture = "/picture"; // behind the question of the rows of a picture, or of a document that may hold some, so that they are found without being opened
    private const string DropPictures = "DELETE FROM report_items WHERE case_id = $1 AND question LIKE '%" + OfPicture + "'";
    private const string Exists = "SELECT 1 FROM report_drafts WHERE case_id = $1";
    private const string DropQuestion = "DELETE FROM report_items WHERE case_id = $1 AND question IN ($2, $2 || '" + OfPicture + "')";
    private const string RaiseRisk = "UPDATE report_drafts SET risk = min(risk, $2) WHERE case_id = $1";
    private const string SayDanger = "UPDATE report_drafts SET in_danger = $2 WHERE case_id = $1";
    private const string SayAbout = "UPDATE report_drafts SET about = $2 WHERE case_id = $1";

    private static readonly JsonSerializerOptions plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What she typed or chose.</summary>
    public static ReportEffect SealWords(ReportDraft draft, string question, string? text, string? choice, DateTimeOffset now) =>
        Seal(draft, question, new JsonObject { ["question"] = question, [choice is null ? "text" : "choice"] = choice ?? text }, null, now, replaces: choice is not null);

    /// <summary>What she sent along, with the words under it.</summary>
    public static ReportEffect SealFile(ReportDraft draft, string question, SentMedia file, string? caption, DateTimeOffset now)
    {
        var place = new SealedPlace(Purpose.Attachment, draft.Case, Guid.NewGuid(), ReportDraft.Epoch);
        var answer = new JsonObject { ["question"] = question, ["file"] = place.Row.ToString("n"), ["type"] = file.ContentType };
        if (!string.IsNullOrWhiteSpace(caption))
            answer["text"] = caption;
        var row = file.ContentType.StartsWith("image/", StringComparison.Ordinal) || file.ContentType == "application/pdf" ? question + OfPicture : question;
        return Seal(draft, row, answer, (place, SealedFile.Seal(file.Bytes, place, [draft.Key])), now, replaces: false);
    }

    /// <summary>Takes all answers to a question back, with what was sent along.</summary>
    public static ReportEffect Clear(ReportDraft draft, string question) => new(session =>
    {
        session[DropQuestion].Run(draft.CaseId, question);
        session.EmptyLogAfterCommit();
    });

    /// <summary>It is about a child from now on: no picture is kept, nor what stood under it.</summary>
    public static ReportEffect ClearPictures(ReportDraft draft) => new(session =>
    {
        session[DropPictures].Run(draft.CaseId);
        session.EmptyLogAfterCommit();
    });

    /// <summary>Her words sounded so urgent.</summary>
    public static ReportEffect Hear(ReportDraft draft, int level) => new(session => session[RaiseRisk].Run(draft.CaseId, level));

    /// <summary>Whether somebody is in danger now.</summary>
    public static ReportEffect Danger(ReportDraft draft, bool isSo) => new(session => session[SayDanger].Run(draft.CaseId, isSo));

    /// <summary>Who it is about, said again.</summary>
    public static ReportEffect About(ReportDraft draft, string about) => new(session => session[SayAbout].Run(draft.CaseId, about));

    private static ReportEffect Seal(ReportDraft draft, string question, JsonObject answer, (SealedPlace Place, byte[] File)? attachment, DateTimeOffset now, bool replaces)
    {
        var place = new SealedPlace(Purpose.Answer, draft.Case, Guid.NewGuid(), ReportDraft.Epoch);
        var file = SealedFile.Seal(Encoding.UTF8.GetBytes(answer.ToJsonString(plain)), place, [draft.Key]);
        return new ReportEffect(session =>
        {
            if (session[Exists].One(draft.CaseId) is null)
                throw new InvalidOperationException("The draft went while an answer was sealed."); // she is told that it failed
            if (replaces)
                session[DropQuestion].Run(draft.CaseId, question);
            if (attachment is var (beside, bytes))
                CaseRows.Add(session, beside, question, bytes, now);
            CaseRows.Add(session, place, question, file, now);
        });
    }
}
