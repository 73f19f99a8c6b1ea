namespace ChatSupport.Dialogs.Reading.Checks;

/// <summary>Recordings that a screen names and nobody uploaded yet: until then the button "listen" is not shown.</summary>
internal static class RecordingCheck
{
    public static void Find(Inspection content)
    {
        foreach (var screen in content.Graph.Screens)
        {
            if (screen.Voice is not { } voice)
                continue;

            var missing = content.Set.Languages.Where(language => !content.Set.CanPlay(voice, language)).ToList();
            if (missing.Count > 0)
            {
                content.Find(TextRules.MissingRecording.At(content.At(screen, screen.Mark, "voice"), $"The recording '{voice}' is missing in {string.Join(", ", missing)}.",
                    $"Upload {string.Join(" and ", missing.Select(language => $"media/{voice}.{language}.ogg"))}."));
            }
        }
    }
}
