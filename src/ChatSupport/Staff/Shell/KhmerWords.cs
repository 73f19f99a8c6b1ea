using System.Collections.Frozen;

namespace ChatSupport.Staff.Shell;

/// <summary>The console in Khmer. Written by machine and not reviewed by a person yet.</summary>
internal static partial class KhmerWords
{
    private static readonly FrozenDictionary<string, string> words = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        // The frame and what every page uses
        ["Home"] = "ទំព័រដើម",
        ["Content"] = "មាតិកា",
        ["Graph"] = "គំនូស",
        ["Publish"] = "ផ្សាយ",
        ["People"] = "បុគ្គលិក",
        ["Audit log"] = "កំណត់ត្រាសវនកម្ម",
        ["Your account"] = "គណនីរបស់អ្នក",
        ["Sign in"] = "ចូល",
        ["Sign out"] = "ចេញ",
        ["Nothing here"] = "គ្មានអ្វីនៅទីនេះទេ",
        ["This page does not exist, or it moved."] = "ទំព័រនេះមិនមានទេ ឬបានផ្លាស់ទី។",
        ["To the home page"] = "ទៅទំព័រដើម",
        ["To the content"] = "ទៅមាតិកា",
        ["Not for your role"] = "មិនមែនសម្រាប់តួនាទីរបស់អ្នកទេ",
        ["Menu"] = "ម៉ឺនុយ",
        ["Dark or light"] = "ងងឹត ឬភ្លឺ",
        ["Load the page again"] = "បើកទំព័រម្តងទៀត",
        ["Name"] = "ឈ្មោះ",
        ["Roles"] = "តួនាទី",
        ["Search"] = "ស្វែងរក",
        ["Cancel"] = "បោះបង់",
        ["Close"] = "បិទ",
        ["Change"] = "កែ",
        ["Remove"] = "ដកចេញ",
        ["Save"] = "រក្សាទុក",
        ["Type the name to confirm"] = "សូមសរសេរឈ្មោះដើម្បីបញ្ជាក់",
        ["When"] = "ពេលណា",
        ["Who"] = "អ្នកណា",
        ["What"] = "អ្វី",
        ["History"] = "ប្រវត្តិ",

        // Roles
        ["Editor"] = "អ្នកកែអត្ថបទ",
        ["Reviewer"] = "អ្នកពិនិត្យ",
        ["Case worker"] = "អ្នកតាមដានករណី",
        ["Supervisor"] = "អ្នកត្រួតពិនិត្យ",
        ["Savings officer"] = "មន្ត្រីសន្សំប្រាក់",
        ["Manager"] = "អ្នកគ្រប់គ្រង",
        ["Administrator"] = "អ្នកគ្រប់គ្រងគណនី",

        // The home page
        ["What needs you now"] = "អ្វីដែលត្រូវការអ្នកឥឡូវនេះ",
        ["Nothing needs you now."] = "ឥឡូវនេះគ្មានអ្វីត្រូវការអ្នកទេ។",
        ["Look at what the bot says, or try it: the menu leads there."] = "អ្នកអាចមើលអ្វីដែលកម្មវិធីនិយាយ ឬសាកល្បងវា៖ សូមចូលតាមម៉ឺនុយ។",

        // People
        ["Everybody who may open this console. A person is invited by a link, which you give to her yourself; it works once."] =
            "អ្នកទាំងអស់ដែលអាចបើកទំព័រនេះ។ អ្នកអញ្ជើញមនុស្សម្នាក់ដោយតំណមួយ ដែលអ្នកប្រគល់ឲ្យគាត់ដោយផ្ទាល់។ តំណនោះប្រើបានតែម្តង។",
        ["Link, shown once"] = "តំណ បង្ហាញតែម្តង",
        ["Invite somebody"] = "អញ្ជើញមនុស្សម្នាក់",
        ["Invite"] = "អញ្ជើញ",
        ["Signs in with"] = "ចូលដោយ",
        ["Sort by"] = "តម្រៀបតាម",
        ["Last here"] = "នៅទីនេះចុងក្រោយ",
        ["stopped"] = "បានបញ្ឈប់",
        ["Save the roles"] = "រក្សាទុកតួនាទី",
        ["Sign out everywhere"] = "ចេញពីគ្រប់ឧបករណ៍",
        ["New keys by a link"] = "សោថ្មីតាមតំណ",
        ["Let in again"] = "ឲ្យចូលវិញ",
        ["Stop (can be undone)"] = "បញ្ឈប់ (អាចបើកវិញបាន)",
        ["nothing yet: the link was not used"] = "មិនទាន់មានទេ៖ តំណមិនទាន់បានប្រើ",
        ["passkey"] = "សោសម្ងាត់ (passkey)",
        ["password and code"] = "ពាក្យសម្ងាត់ និងលេខកូដ",
        ["All keys and sessions of this account end now. Do it when you have seen the person, for example because a phone was lost."] =
            "សោ និងការចូលទាំងអស់នៃគណនីនេះនឹងអស់សុពលភាពឥឡូវនេះ។ សូមធ្វើវានៅពេលអ្នកបានជួបម្ចាស់គណនីផ្ទាល់ ឧទាហរណ៍ពេលគាត់បាត់ទូរសព្ទ។",
        ["Take the keys away"] = "ដកសោចេញ",
        ["Give this link to the person yourself. Who has it first gets the account."] =
            "សូមប្រគល់តំណនេះឲ្យម្ចាស់គណនីដោយផ្ទាល់។ អ្នកណាបានវាមុន អ្នកនោះបានគណនី។",

        // Your account
        ["Where you are signed in"] = "កន្លែងដែលអ្នកកំពុងចូល",
        ["Device"] = "ឧបករណ៍",
        ["Since"] = "តាំងពី",
        ["Last used"] = "ប្រើចុងក្រោយ",
        ["this one"] = "មួយនេះ",
        ["Sign out there"] = "ចេញពីទីនោះ",
        ["Your passkeys"] = "សោសម្ងាត់របស់អ្នក",
        ["You have none yet. A passkey is quicker than a password with a code, and nobody can trick it out of you."] =
            "អ្នកមិនទាន់មានទេ។ សោសម្ងាត់លឿនជាងពាក្យសម្ងាត់ជាមួយលេខកូដ ហើយគ្មានអ្នកណាអាចបោកយកវាពីអ្នកបានទេ។",
        ["Add a passkey of this device"] = "បន្ថែមសោសម្ងាត់នៃឧបករណ៍នេះ",
        ["The passkey was not added. Try again, perhaps with another device."] = "មិនបានបន្ថែមសោសម្ងាត់ទេ។ សូមសាកម្តងទៀត ប្រហែលដោយឧបករណ៍ផ្សេង។",
        ["You cannot sign in with this passkey any more then."] = "បន្ទាប់មក អ្នកនឹងមិនអាចចូលដោយសោសម្ងាត់នេះទៀតទេ។",

        // The audit log
        ["What was done in the console, newest first. Nothing here can be changed or removed unseen: 'chatsupport audit verify' finds it."] =
            "អ្វីដែលបានធ្វើក្នុងទំព័រនេះ ថ្មីបំផុតនៅលើគេ។ គ្មានអ្វីអាចកែ ឬលុបដោយលាក់លៀមបានទេ៖ 'chatsupport audit verify' នឹងរកឃើញ។",
        ["What it begins with, such as staff."] = "ចាប់ផ្តើមដោយអ្វី ដូចជា staff.",
        ["From day (2026-12-31)"] = "ពីថ្ងៃ (2026-12-31)",
        ["Until day (2026-12-31)"] = "ដល់ថ្ងៃ (2026-12-31)",
        ["Write the day as 2026-12-31."] = "សូមសរសេរថ្ងៃដូចជា 2026-12-31។",
        ["Export these as a table"] = "ទាញយកជាតារាង",
        ["Nothing was done that fits."] = "គ្មានអ្វីដែលត្រូវនឹងការស្វែងរកទេ។",
        ["Number"] = "លេខ",
        ["To what"] = "លើអ្វី",
        ["More"] = "បន្ថែម",
        ["Show more"] = "បង្ហាញបន្ថែម",

        // Before the sign-in
        ["Welcome"] = "សូមស្វាគមន៍",
        ["This page needs JavaScript: allow it for this address and load the page again."] = "ទំព័រនេះត្រូវការ JavaScript៖ សូមអនុញ្ញាតវាសម្រាប់អាសយដ្ឋាននេះ ហើយបើកទំព័រម្តងទៀត។",
        ["Two things prove later that it is you. Choose a passkey (your fingerprint, face or the code of this device), or a password together with an app that shows codes."] =
            "របស់ពីរនឹងបញ្ជាក់នៅពេលក្រោយថាជាអ្នក។ សូមជ្រើសសោសម្ងាត់ (ស្នាមម្រាមដៃ មុខ ឬលេខសម្ងាត់នៃឧបករណ៍នេះ) ឬពាក្យសម្ងាត់រួមជាមួយកម្មវិធីបង្ហាញលេខកូដ។",
        ["Your name here:"] = "ឈ្មោះរបស់អ្នកនៅទីនេះ៖",
        ["Your name, as others on the staff see it"] = "ឈ្មោះរបស់អ្នក ដែលបុគ្គលិកផ្សេងទៀតមើលឃើញ",
        ["Use a passkey"] = "ប្រើសោសម្ងាត់",
        ["Use a password and a code app"] = "ប្រើពាក្យសម្ងាត់ និងកម្មវិធីលេខកូដ",
        ["Password, at least 12 characters"] = "ពាក្យសម្ងាត់ យ៉ាងតិច ១២ តួ",
        ["Scan this picture with your code app (Aegis, Google Authenticator or another), or type the key into it:"] =
            "សូមស្កេនរូបនេះដោយកម្មវិធីលេខកូដ (Aegis, Google Authenticator ឬផ្សេង) ឬវាយសោនេះចូល៖",
        ["Picture for the code app"] = "រូបសម្រាប់កម្មវិធីលេខកូដ",
        ["The code that the app shows now"] = "លេខកូដដែលកម្មវិធីបង្ហាញឥឡូវនេះ",
        ["Use this password and app"] = "ប្រើពាក្យសម្ងាត់ និងកម្មវិធីនេះ",
        ["That does not match, or there were too many tries. Wait a minute and try again. If you cannot get in, ask an administrator for a recovery link."] =
            "មិនត្រូវគ្នាទេ ឬបានសាកច្រើនដងពេក។ សូមរង់ចាំមួយនាទី ហើយសាកម្តងទៀត។ បើនៅតែចូលមិនបាន សូមសុំតំណថ្មីពីអ្នកគ្រប់គ្រងគណនី។",
        ["Too many people sign in just now. Wait a minute, then try again."] = "មានមនុស្សច្រើនពេកកំពុងចូលឥឡូវនេះ។ សូមរង់ចាំមួយនាទី រួចសាកម្តងទៀត។",
        ["Sign in with a passkey"] = "ចូលដោយសោសម្ងាត់",
        ["The passkey was not used. Try again, or use your password."] = "មិនបានប្រើសោសម្ងាត់ទេ។ សូមសាកម្តងទៀត ឬប្រើពាក្យសម្ងាត់។",
        ["Sign in with a password and a code"] = "ចូលដោយពាក្យសម្ងាត់ និងលេខកូដ",
        ["Password"] = "ពាក្យសម្ងាត់",
        ["Code of your app"] = "លេខកូដនៃកម្មវិធីរបស់អ្នក",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The Khmer text; null where there is none yet.</summary>
    public static string? Of(string english) => words.GetValueOrDefault(english) ?? contentWords.GetValueOrDefault(english) ?? insightWords.GetValueOrDefault(english)
        ?? reviewWords.GetValueOrDefault(english) ?? voiceWords.GetValueOrDefault(english) ?? placeWords.GetValueOrDefault(english) ?? deskWords.GetValueOrDefault(english) ?? reportWords.GetValueOrDefault(english) ?? savingsWords.GetValueOrDefault(english)
        ?? savingsOfficeWords.GetValueOrDefault(english) ?? givingWords.GetValueOrDefault(english) ?? answeringWords.GetValueOrDefault(english) ?? caseWords.GetValueOrDefault(english);
}
