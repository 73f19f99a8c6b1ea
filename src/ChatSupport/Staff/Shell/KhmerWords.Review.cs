using System.Collections.Frozen;

namespace ChatSupport.Staff.Shell;

/// <summary>Translations, reviews and deleting in Khmer.</summary>
internal static partial class KhmerWords
{
    private static readonly FrozenDictionary<string, string> reviewWords = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Somebody changed the content meanwhile."] = "មានគេបានកែមាតិកាក្នុងពេលនេះ។",
        ["Draw it anew"] = "គូរម្តងទៀត",
        ["Something planned was not published: {0}"] = "អ្វីដែលបានគ្រោង មិនបានផ្សាយទេ៖ {0}",
        ["One draft waits to be published: {0}"] = "សេចក្តីព្រាងមួយរង់ចាំផ្សាយ៖ {0}",
        ["{0} drafts wait to be published"] = "សេចក្តីព្រាង {0} រង់ចាំផ្សាយ",
        ["One text waits to be read by a second person"] = "អត្ថបទមួយរង់ចាំមនុស្សទីពីរអាន",
        ["{0} texts wait to be read by a second person"] = "អត្ថបទ {0} រង់ចាំមនុស្សទីពីរអាន",
        ["One place or number is due to be checked"] = "កន្លែង ឬលេខមួយ ត្រូវពិនិត្យម្តងទៀត",
        ["{0} places and numbers are due to be checked"] = "កន្លែង និងលេខ {0} ត្រូវពិនិត្យម្តងទៀត",
        ["Something went wrong on the server. What was saved is kept."] = "មានបញ្ហានៅម៉ាស៊ីន។ អ្វីដែលបានរក្សាទុក នៅដដែល។",
        ["The connection is gone"] = "ដាច់ការតភ្ជាប់",
        ["The connection is gone. It is tried again by itself; what you write now would be lost, so please wait."] = "ដាច់ការតភ្ជាប់។ វានឹងព្យាយាមម្តងទៀតដោយខ្លួនឯង។ អ្វីដែលអ្នកសរសេរឥឡូវនឹងបាត់ ដូច្នេះសូមរង់ចាំ។",
        ["The program was started anew."] = "កម្មវិធីត្រូវបានចាប់ផ្តើមថ្មី។",
        ["Say in a few words why: it stands in the history."] = "សូមប្រាប់ហេតុផលខ្លីៗ៖ វាស្ថិតក្នុងប្រវត្តិ។",
        ["New screen"] = "អេក្រង់ថ្មី",
        ["Name of the new screen, such as help"] = "ឈ្មោះអេក្រង់ថ្មី ដូចជា help",
        ["Add the screen"] = "បន្ថែមអេក្រង់",
        ["Leave without saving?"] = "ចេញដោយមិនរក្សាទុក?",
        ["What you changed here is not saved yet."] = "អ្វីដែលអ្នកបានកែនៅទីនេះ មិនទាន់រក្សាទុកទេ។",
        ["Leave it"] = "ចេញ",
        ["Looking"] = "កំពុងមើល",
        ["Translations"] = "ការបកប្រែ",
        ["Review"] = "ការពិនិត្យ",
        ["What a second person has to read before it counts as checked: each language of each dialog, and whether it says what its source says. Open the dialog, read it, and sign it there."] =
            "អ្វីដែលមនុស្សទីពីរត្រូវអានមុននឹងរាប់ថាបានពិនិត្យ៖ ភាសានីមួយៗនៃប្រធានបទនីមួយៗ និងថាតើវានិយាយត្រូវតាមប្រភពឬទេ។ សូមបើកប្រធានបទ អាន ហើយចុះឈ្មោះនៅទីនោះ។",
        ["Nothing waits to be read. What changes comes here by itself."] = "គ្មានអ្វីរង់ចាំអានទេ។ អ្វីដែលផ្លាស់ប្តូរនឹងមកទីនេះដោយខ្លួនឯង។",
        ["Dialog"] = "ប្រធានបទ",
        ["Last compared"] = "ប្រៀបធៀបចុងក្រោយ",
        ["Published"] = "បានផ្សាយ",
        ["never"] = "មិនដែល",
        ["says what its source says"] = "និយាយត្រូវតាមប្រភព",
        ["language"] = "ភាសា",
        ["source"] = "ប្រភព",
        ["not compared by a second person"] = "មិនទាន់មានមនុស្សទីពីរប្រៀបធៀប",
        ["It says what its source says: I compared them today"] = "វានិយាយត្រូវតាមប្រភព៖ ខ្ញុំបានប្រៀបធៀបថ្ងៃនេះ",
        ["Delete this dialog"] = "លុបប្រធានបទនេះ",
        ["It goes away for workers once that is published, with the talks that test it. Until then, throw the draft away to keep it; afterwards, roll back."] =
            "វានឹងបាត់ពីកម្មការិនីនៅពេលផ្សាយ រួមទាំងការសន្ទនាសាកល្បងរបស់វា។ មុនពេលនោះ សូមបោះសេចក្តីព្រាងចោលដើម្បីរក្សាវា។ ក្រោយមក សូមនាំត្រឡប់មកវិញ។",
        ["Every text beside its translation. Hand them out as a spreadsheet or XLIFF and take them back here, or translate on the page of the dialog."] =
            "អត្ថបទនីមួយៗនៅក្បែរការបកប្រែរបស់វា។ ចែកចេញជាតារាង ឬ XLIFF ហើយយកមកវិញនៅទីនេះ ឬបកប្រែនៅទំព័រប្រធានបទ។",
        ["Into"] = "ទៅជា",
        ["State"] = "ស្ថានភាព",
        ["Missing"] = "ខ្វះ",
        ["Stale"] = "ចាស់",
        ["Draft"] = "សេចក្តីព្រាង",
        ["Reviewed"] = "បានពិនិត្យ",
        ["Optional"] = "មិនចាំបាច់",
        ["Words or dialog"] = "ពាក្យ ឬប្រធានបទ",
        ["Spreadsheet of these"] = "តារាងនៃអត្ថបទទាំងនេះ",
        ["XLIFF of these"] = "XLIFF នៃអត្ថបទទាំងនេះ",
        ["Take a file back (.xlsx, .xliff)"] = "យកឯកសារមកវិញ (.xlsx, .xliff)",
        ["texts would change:"] = "អត្ថបទនឹងផ្លាស់ប្តូរ៖",
        ["No text fits. Choose another state or other words."] = "គ្មានអត្ថបទត្រូវគ្នាទេ។ សូមជ្រើសស្ថានភាព ឬពាក្យផ្សេង។",
        ["Languages belong together"] = "ភាសាត្រូវគ្នា",
        ["Where"] = "នៅឯណា",
        ["The file is too large. The most that is read, in MB:"] = "ឯកសារធំពេក។ ច្រើនបំផុតដែលអាន គិតជា MB៖",
        ["The file did not arrive whole. Choose it again."] = "ឯកសារមកមិនពេញ។ សូមជ្រើសវាម្តងទៀត។",
        ["No translation changed, so there is nothing to take over."] = "គ្មានការបកប្រែណាផ្លាស់ប្តូរទេ ដូច្នេះគ្មានអ្វីត្រូវយកទេ។",
        ["Nothing was imported. Mend these in the file, then choose it again:"] = "មិនបានយកអ្វីចូលទេ។ សូមកែចំណុចទាំងនេះក្នុងឯកសារ រួចជ្រើសវាម្តងទៀត៖",
        ["texts are drafts now. They count as not reviewed until somebody else reads them."] = "អត្ថបទជាសេចក្តីព្រាងហើយ។ រាប់ថាមិនទាន់ពិនិត្យ រហូតដល់មានអ្នកផ្សេងអាន។",
        ["Noted as a draft. It holds once it is published."] = "បានកត់ជាសេចក្តីព្រាង។ វាមានប្រសិទ្ធភាពពេលផ្សាយ។",
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
