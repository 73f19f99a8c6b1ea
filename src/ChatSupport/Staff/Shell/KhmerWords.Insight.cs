using System.Collections.Frozen;

namespace ChatSupport.Staff.Shell;

/// <summary>Figures and planned publishing in Khmer.</summary>
internal static partial class KhmerWords
{
    private static readonly FrozenDictionary<string, string> insightWords = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Insight"] = "ការយល់ដឹង",
        ["Export as a table"] = "យកចេញជាតារាង",
        ["What workers do with the content, in weeks that are over. Nobody can be seen in it: a week counts for a screen that at least five workers came to, smaller figures are hidden, and words are shown once five workers typed them."] =
            "កម្មការិនីប្រើមាតិកាយ៉ាងណា ក្នុងសប្តាហ៍ដែលចប់ហើយ។ មិនអាចឃើញនរណាម្នាក់ទេ៖ រាប់តែអេក្រង់ដែលមានកម្មការិនីយ៉ាងតិចប្រាំនាក់ចូលក្នុងមួយសប្តាហ៍ លេខតូចជាងនេះត្រូវបានលាក់ ហើយពាក្យបង្ហាញនៅពេលកម្មការិនីប្រាំនាក់បានសរសេរ។",
        ["Weeks"] = "សប្តាហ៍",
        ["Screen or dialog"] = "អេក្រង់ ឬប្រធានបទ",
        ["Counting"] = "កំពុងរាប់",
        ["Nothing was counted in these weeks. Counting begins with the first talk, and a week is shown once it is over."] =
            "គ្មានអ្វីត្រូវបានរាប់ក្នុងសប្តាហ៍ទាំងនេះទេ។ ការរាប់ចាប់ផ្តើមពីការសន្ទនាដំបូង ហើយសប្តាហ៍មួយបង្ហាញនៅពេលវាចប់។",
        ["Screen"] = "អេក្រង់",
        ["Rows"] = "ជួរ",
        ["Visits"] = "ចំនួនចូលមើល",
        ["Stopped here"] = "ឈប់នៅទីនេះ",
        ["Back-steps"] = "ថយក្រោយ",
        ["Not understood"] = "មិនយល់",
        ["Searches without a result"] = "រកមិនឃើញ",
        ["Voice plays"] = "ចំនួនស្តាប់សំឡេង",
        ["Words that were not understood"] = "ពាក្យដែលមិនយល់",
        ["Each was typed by at least five workers. Make it a keyword of the dialog that they looked for."] =
            "ពាក្យនីមួយៗត្រូវបានសរសេរដោយកម្មការិនីយ៉ាងតិចប្រាំនាក់។ សូមដាក់វាជាពាក្យគន្លឹះនៃប្រធានបទដែលពួកគេរក។",
        ["There are none yet."] = "មិនទាន់មានទេ។",
        ["Word"] = "ពាក្យ",
        ["On screen"] = "នៅអេក្រង់",
        ["At least so often"] = "យ៉ាងតិចប៉ុន្មានដង",
        ["all"] = "ទាំងអស់",
        ["Or later, such as 2026-12-31 20:00"] = "ឬពេលក្រោយ ដូចជា 2026-12-31 20:00",
        ["Write it as 2026-12-31 20:00."] = "សូមសរសេរដូច 2026-12-31 20:00។",
        ["Publish at that time"] = "ផ្សាយនៅពេលនោះ",
        ["Planned"] = "បានគ្រោង",
        ["Sample data: the people, talks and figures here are made up."] = "ទិន្នន័យគំរូ៖ មនុស្ស ការសន្ទនា និងតួលេខនៅទីនេះ មិនមែនជារឿងពិតទេ។",
        ["Call it off"] = "បោះបង់គម្រោង",
        ["It does not wait any more."] = "វាមិនរង់ចាំទៀតទេ។",
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
