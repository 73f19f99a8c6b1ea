using ChatSupport.Dialogs.Reading;

namespace ChatSupport.Places.Editing;

/// <summary>What to do about a finding, for people at boxes and cells: the check speaks to who edits the file.</summary>
internal static class StaffMends
{
    public static string Of(DialogIssue issue) => issue.Code switch
    {
        _ when issue.Code == ShapeRules.MissingKey.Code => "Fill it in.",
        "PLC002" => "Choose a commune of the list; in a spreadsheet write its name, or its code such as 180103.",
        "PLC003" => "Write a short number (115), a number with its leading 0, or with +855.",
        "PLC004" => "Write times in order like 07:30-11:30, 14:00-17:00; an end after midnight (18:00-02:00) stands last.",
        "PLC006" => "Say where the coordinates come from, or take them away.",
        "PLC007" => "Call, visit or read its page, then say so here.",
        "PLC008" => "Call or visit it, name the source, then set it to verified.",
        "PLC010" => "It is put right when this is saved the next time.",
        "PLC013" => "Name the source and the day of checking, or leave it unverified.",
        "PLC014" => "Write it in Khmer and in English.",
        "PLC018" => "Call it; then write A, and in the source who was called.",
        _ => issue.Mend,
    };
}
