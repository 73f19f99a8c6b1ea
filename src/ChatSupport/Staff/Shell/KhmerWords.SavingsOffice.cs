using System.Collections.Frozen;

namespace ChatSupport.Staff.Shell;

/// <summary>Figures of the savings and lines called wrong, in Khmer.</summary>
internal static partial class KhmerWords
{
    private static readonly FrozenDictionary<string, string> savingsOfficeWords = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        // Lines called wrong
        ["Lines called wrong"] = "បន្ទាត់ដែលថាខុស",
        ["Members say on their phones that a line is wrong. Look at her paper book and at the sheet of the meeting, then answer: she sees the answer at her line. Whoever recorded or confirmed a line, or asked for the money, neither sees nor answers it here; do not ask that person."] =
            "សមាជិកប្រាប់តាមទូរសព្ទថាបន្ទាត់មួយខុស។ សូមមើលសៀវភៅរបស់នាង និងបញ្ជីប្រជុំ រួចឆ្លើយ៖ នាងឃើញចម្លើយនៅបន្ទាត់នោះ។ អ្នកដែលកត់ ឬបញ្ជាក់ ឬស្នើប្រាក់នោះ មិនឃើញ ហើយមិនឆ្លើយនៅទីនេះទេ។ កុំសួរអ្នកនោះ។",
        ["Line"] = "បន្ទាត់",
        ["Recorded by"] = "អ្នកកត់",
        ["Waits (days)"] = "រង់ចាំ (ថ្ងៃ)",
        ["It is wrong"] = "វាខុស",
        ["It is taken back once somebody else confirms it under Second look. Then say here that it is corrected."] =
            "វាត្រូវដកវិញ ពេលអ្នកផ្សេងបញ្ជាក់ក្នុង «មើលជាលើកទីពីរ»។ រួចសូមប្រាប់នៅទីនេះថាបានកែហើយ។",
        ["Answered last"] = "បានឆ្លើយថ្មីៗ",
        ["Answer"] = "ចម្លើយ",
        ["The line still stands in the ledger. Take it back first, by two people, then say so here."] = "បន្ទាត់នៅក្នុងបញ្ជីដដែល។ សូមដកវាវិញសិន ដោយពីរនាក់ រួចប្រាប់នៅទីនេះ។",
        ["A member asks the savings office something that only somebody new there may answer: make one more person a savings officer"] =
            "សមាជិកម្នាក់សួរការិយាល័យសន្សំ រឿងដែលមានតែមនុស្សថ្មីអាចឆ្លើយ៖ សូមដាក់ម្នាក់ទៀតជាមន្ត្រីសន្សំប្រាក់",

        ["Choose a day that has not passed."] = "សូមជ្រើសថ្ងៃដែលមិនទាន់កន្លង។",
        ["When groups meet next"] = "ពេលក្រុមជួបគ្នាលើកក្រោយ",
        ["Members are reminded two days before. Where a leader plans it on her phone, it stands here as well."] = "សមាជិកត្រូវបានរំលឹកពីរថ្ងៃមុន។ បើមេក្រុមកំណត់លើទូរសព្ទ វាក៏នៅទីនេះដែរ។",
        ["Next meeting"] = "ប្រជុំលើកក្រោយ",
        ["Keep the day"] = "រក្សាទុកថ្ងៃ",
        ["Yes, she leads no longer"] = "ពិតមែន នាងលែងដឹកនាំ",

        // Shares and funds
        ["Shares and funds"] = "ហ៊ុន និងមូលនិធិ",
        ["Shares"] = "ហ៊ុន",
        ["Loans"] = "កម្ចី",
        ["Fines"] = "ពិន័យ",
        ["Fund for hard times"] = "មូលនិធិគ្រាលំបាក",
        ["Shares, loans, funds and fines are switched off."] = "ហ៊ុន កម្ចី មូលនិធិ និងពិន័យ ត្រូវបានបិទ។",
        ["Nobody of this group has shares in this currency."] = "គ្មានអ្នកណាក្នុងក្រុមនេះមានហ៊ុនជារូបិយប័ណ្ណនេះទេ។",
        ["Beside savings: shares, loans, a fund for hard times and fines, with the cash in the box of the group. What goes out of the box is confirmed by a second person, under Second look."] =
            "ក្រៅពីប្រាក់សន្សំ៖ ហ៊ុន កម្ចី មូលនិធិគ្រាលំបាក និងពិន័យ ដោយសាច់ប្រាក់ក្នុងប្រអប់ក្រុម។ អ្វីដែលចេញពីប្រអប់ ត្រូវអ្នកទីពីរបញ្ជាក់ ក្នុង «មើលជាលើកទីពីរ»។",
        ["No group has any of this yet."] = "មិនទាន់មានក្រុមណាមានរបស់ទាំងនេះទេ។",
        ["Enter for a member"] = "បញ្ចូលសម្រាប់សមាជិកម្នាក់",
        ["Enter it"] = "បញ្ចូល",
        ["Share out"] = "ចែក",
        ["To each her shares, and of the fines the part that her shares are of all, in notes. Nothing is lost by rounding: what no note exists for stays hers."] =
            "ម្នាក់ៗបានហ៊ុនរបស់ខ្លួន និងចំណែកពិន័យតាមហ៊ុន ជាក្រដាសប្រាក់។ គ្មានអ្វីបាត់ដោយការបង្គត់ទេ៖ ចំនួនដែលគ្មានក្រដាសប្រាក់ នៅតែជារបស់នាង។",
        ["Show the parts"] = "បង្ហាញចំណែក",
        ["Of the fines"] = "ពីពិន័យ",
        ["She gets"] = "នាងបាន",
        ["Together"] = "សរុប",

        // Figures
        ["Meetings, goals and lines called wrong"] = "ការប្រជុំ គោលដៅ និងបន្ទាត់ដែលថាខុស",
        ["Meetings held"] = "ការប្រជុំបានធ្វើ",
        ["Attendance (%)"] = "វត្តមាន (%)",
        ["Save for a goal"] = "សន្សំដើម្បីគោលដៅ",
        ["Of these reached (%)"] = "ក្នុងនោះដល់គោលដៅ (%)",
        ["Of these answered (%)"] = "ក្នុងនោះបានឆ្លើយ (%)",
        ["Oldest open (days)"] = "ចាស់ជាងគេ (ថ្ងៃ)",
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
