using ChatSupport.Dialogs.Model;

namespace ChatSupport.Dialogs.Reading.Checks;

/// <summary>Recordings that a screen names and nobody uploaded yet, for which the button "listen" is not shown; and those that say what the screen said before.</summary>
internal static class RecordingCheck
{
    public static void Find(Inspection content)
    {
        foreach (var screen in content.Graph.Screens)
        {
            if (screen.Voice is not { } voice)
                continue;

            FindMissing(content, screen, voice);
            FindStale(content, screen, voice);
        }
    }

    private static void FindMissing(Inspection content, Screen screen, string voice)
    {
        var missing = content.Set.Languages.Where(language => !content.Set.CanPlay(voice, language)).ToList();
        if (missing.Count > 0)
        {
            content.Find(TextRules.MissingRecording.At(content.At(screen, screen.Mark, "voice"), $"The recording '{voice}' is missing in {string.Join(", ", missing)}.",
                $"Record it in the console, or upload {string.Join(" and ", missing.Select(language => $"media/{voice}.{language}.ogg"))}."));
        }
    }

    private static void FindStale(Inspection content, Screen screen, string voice)
    {
        foreach (var language in content.Set.Languages)
        {
            if (content.Set.IsStale(screen, language))
            {
                content.Find(TextRules.StaleRecording.At(screen.Text.MarkOf(language) ?? screen.Mark, $"The recording '{voice}' in {language} is older than the text.",
                    "Record it again, or remove it, so that she does not hear something else than she reads."));
            }
        }
    }
}
