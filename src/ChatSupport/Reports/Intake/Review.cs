using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ChatSupport.Conversations;
using ChatSupport.Reports.Sealing;
using ChatSupport.Reports.Sealing.Age;
using ChatSupport.Storage;

namespace ChatSupport.Reports.Intake;

/// <summary>Shows her what she said, in messages of their own that go again by themselves: no variable and no screen keeps it.</summary>
internal static class Review
{
    private const string Items = "SELECT id, epoch, sealed FROM report_items WHERE case_id = $1 AND purpose = 'answer' ORDER BY at, rowid";

    /// <summary>Her answers as they can be shown now.</summary>
    public static IReadOnlyList<OutboundBody.Line> Lines(StoreReaders readers, ReportKeys keys, string conversation, ReportDraft draft, string language)
    {
        var rows = readers.Read(session => session[Items].All(row => (Id: row.GetString(0), Epoch: (uint)row.GetInt64(1), Sealed: (byte[])row.GetValue(2)), draft.CaseId));
        var text = new StringBuilder();
        var unopened = rows.Count;
        keys.Use(conversation, ReportKeyUse.Draft, draft.CaseId, key =>
        {
            foreach (var (id, epoch, file) in rows)
            {
                if (Open(file, new SealedPlace(Purpose.Answer, draft.Case, Guid.ParseExact(id, "n"), epoch), key) is not { } answer)
                    continue;
                unopened--;
                text.Append("• ").AppendLine(Said(answer, language));
            }
        });
        if (unopened > 0)
            text.AppendLine(string.Format(CultureInfo.InvariantCulture, ReportWord.CouldNotBeOpened.In(language), unopened));
        return ShownOnce.Of(text.ToString(), ShownOnce.ForReading);
    }

    private static JsonNode? Open(byte[] file, SealedPlace place, AgeIdentity key)
    {
        try
        {
            return JsonNode.Parse(SealedFile.Open(file, place, key));
        }
        catch (Exception fault) when (fault is CannotBeOpenedException or System.Text.Json.JsonException)
        {
            return null;
        }
    }

    private static string Said(JsonNode answer, string language)
    {
        if (answer["choice"]?.ToString() is { } choice)
            return ReportWord.Choice(answer["question"]?.ToString() ?? "", choice, language);
        var file = answer["type"]?.ToString() switch
        {
            null => "",
            var type when type.StartsWith("image/", StringComparison.Ordinal) => ReportWord.Picture.In(language),
            "application/pdf" => ReportWord.Document.In(language),
            _ => ReportWord.Voice.In(language),
        };
        return $"{file} {answer["text"]}".Trim();
    }
}
