using System.Collections.Frozen;

namespace ChatSupport.Staff.Shell;

/// <summary>The pages of the directory in Khmer. Written by machine and not reviewed by a person yet.</summary>
internal static partial class KhmerWords
{
    private static readonly FrozenDictionary<string, string> placeWords = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        // The list
        ["Directory"] = "បញ្ជីសេវា",
        ["Services that workers can go to, and numbers to call. What you change is a draft until it is published. Workers are shown only what is verified."] =
            "សេវាដែលអ្នកធ្វើការអាចទៅរក និងលេខដែលអាចហៅ។ អ្វីដែលអ្នកកែ ជាសេចក្តីព្រាង រហូតដល់ផ្សាយ។ អ្នកធ្វើការឃើញតែអ្វីដែលបានផ្ទៀងផ្ទាត់ប៉ុណ្ណោះ។",
        ["New place"] = "កន្លែងថ្មី",
        ["New number"] = "លេខថ្មី",
        ["Bring a spreadsheet"] = "យកតារាងចូល",
        ["Export these places as a spreadsheet"] = "យកកន្លែងទាំងនេះចេញជាតារាង",
        ["Search by name, commune or number"] = "ស្វែងរកតាមឈ្មោះ ឃុំ ឬលេខ",
        ["What for"] = "សម្រាប់អ្វី",
        ["Status"] = "ស្ថានភាព",
        ["Places or numbers"] = "កន្លែង ឬលេខ",
        ["Only what is due to be checked"] = "តែអ្វីដែលត្រូវពិនិត្យឡើងវិញ",
        ["Nothing is entered yet. Begin with the services that you send people to most: name, phone and hours. Call each once, and workers find it in the bot after the next publishing."] =
            "មិនទាន់មានអ្វីទេ។ សូមចាប់ផ្តើមពីសេវាដែលអ្នកណែនាំគេញឹកញាប់បំផុត៖ ឈ្មោះ លេខទូរសព្ទ និងម៉ោងបើក។ ហៅទៅម្តងមួយកន្លែង រួចអ្នកធ្វើការរកឃើញវាក្នុងបត ក្រោយពេលផ្សាយ។",
        ["Nothing is due. What was checked over 180 days ago, or never, comes here by itself."] =
            "គ្មានអ្វីត្រូវពិនិត្យទេ។ អ្វីដែលពិនិត្យលើសពី ១៨០ ថ្ងៃ ឬមិនដែលពិនិត្យ នឹងមកទីនេះដោយខ្លួនឯង។",
        ["Nothing fits. Take a filter away."] = "រកមិនឃើញទេ។ សូមដកលក្ខខណ្ឌណាមួយចេញ។",
        ["Commune or district"] = "ឃុំ សង្កាត់ ឬស្រុក",
        ["district"] = "ស្រុក",
        ["Open"] = "ម៉ោងបើក",
        ["Phone"] = "ទូរសព្ទ",
        ["Last checked"] = "ពិនិត្យចុងក្រោយ",
        ["due"] = "ត្រូវពិនិត្យ",
        ["verified"] = "បានផ្ទៀងផ្ទាត់",
        ["unverified"] = "មិនទាន់ផ្ទៀងផ្ទាត់",
        ["made up"] = "គំរូ",
        ["places"] = "កន្លែង",
        ["numbers"] = "លេខ",
        ["never"] = "មិនដែល",
        ["called"] = "បានហៅ",
        ["was there"] = "បានទៅដល់",
        ["read its page"] = "បានអានទំព័ររបស់វា",

        // One entry
        ["It begins unverified: workers see it when it has a source and a day of checking, you set it to verified, and somebody publishes."] =
            "ដំបូងវាមិនទាន់ផ្ទៀងផ្ទាត់ទេ៖ អ្នកធ្វើការឃើញវា ពេលមានប្រភព និងថ្ងៃពិនិត្យ អ្នកដាក់ថាបានផ្ទៀងផ្ទាត់ ហើយមានគេផ្សាយ។",
        ["There is no such place any more. Somebody may have removed it; the publish page shows it until it is published."] =
            "គ្មានកន្លែងនេះទៀតទេ។ ប្រហែលមានគេដកវាចេញ។ ទំព័រផ្សាយបង្ហាញវា រហូតដល់ផ្សាយ។",
        ["Somebody else changed this meanwhile:"] = "មានគេកែវារួចហើយ៖",
        ["changed this meanwhile. Look at what stands there now, then do it again."] = "បានកែវារួចហើយ។ សូមមើលអ្វីដែលមានឥឡូវ រួចធ្វើម្តងទៀត។",
        ["I checked this today, and all that stands here is right:"] = "ខ្ញុំបានពិនិត្យថ្ងៃនេះ ហើយអ្វីៗនៅទីនេះត្រឹមត្រូវ៖",
        ["I called"] = "ខ្ញុំបានហៅ",
        ["I was there"] = "ខ្ញុំបានទៅដល់",
        ["I read its page"] = "ខ្ញុំបានអានទំព័ររបស់វា",
        ["Save first."] = "សូមរក្សាទុកជាមុនសិន។",
        ["Save as a draft"] = "រក្សាទុកជាសេចក្តីព្រាង",
        ["Undo my changes"] = "ត្រឡប់ការកែរបស់ខ្ញុំ",
        ["Delete"] = "លុប",
        ["Nobody has checked this yet."] = "មិនទាន់មានគេពិនិត្យវាទេ។",
        ["Last checked on"] = "ពិនិត្យចុងក្រោយថ្ងៃ",
        ["Kept as a draft. Workers see it when somebody publishes."] = "បានរក្សាទុកជាសេចក្តីព្រាង។ អ្នកធ្វើការឃើញវាពេលមានគេផ្សាយ។",
        ["Kept as a draft with your name and today's day. Workers see it when somebody publishes."] =
            "បានរក្សាទុកជាសេចក្តីព្រាង ជាមួយឈ្មោះអ្នក និងថ្ងៃនេះ។ អ្នកធ្វើការឃើញវាពេលមានគេផ្សាយ។",
        ["It goes from the directory when somebody publishes. Until then the draft can be thrown away on the publish page, and after that an earlier revision brought back."] =
            "វាចេញពីបញ្ជីពេលមានគេផ្សាយ។ មុននោះ អ្នកអាចបោះសេចក្តីព្រាងចោលនៅទំព័រផ្សាយ ហើយក្រោយនោះ អាចយកកំណែមុនមកវិញ។",
        ["What it is"] = "វាជាអ្វី",
        ["How well it is known: A (called, or on a dated page) or B"] = "ដឹងច្បាស់ប៉ុណ្ណា៖ A (បានហៅ ឬមានលើទំព័រដែលមានថ្ងៃ) ឬ B",
        ["What to know before calling"] = "អ្វីត្រូវដឹងមុនហៅ",
        ["What it costs"] = "តម្លៃ",
        ["Where it is"] = "វានៅទីណា",
        ["How to find it"] = "ផ្លូវទៅ",
        ["When it is open"] = "បើកពេលណា",
        ["Who vouches for it"] = "អ្នកណាធានា",
        ["Source: a page, a list, or who was asked"] = "ប្រភព៖ ទំព័រ បញ្ជី ឬអ្នកដែលបានសួរ",
        ["Verified: workers may see it"] = "បានផ្ទៀងផ្ទាត់៖ អ្នកធ្វើការអាចឃើញ",
        ["Made up, for trying the bot"] = "គំរូ សម្រាប់សាកបត",

        // Hours
        ["Day and night, every day"] = "ទាំងយប់ទាំងថ្ងៃ រាល់ថ្ងៃ",
        ["Day and night"] = "ទាំងយប់ទាំងថ្ងៃ",
        ["Every day"] = "រាល់ថ្ងៃ",
        ["the next day"] = "ថ្ងៃបន្ទាប់",
        ["Monday"] = "ចន្ទ",
        ["Tuesday"] = "អង្គារ",
        ["Wednesday"] = "ពុធ",
        ["Thursday"] = "ព្រហស្បតិ៍",
        ["Friday"] = "សុក្រ",
        ["Saturday"] = "សៅរ៍",
        ["Sunday"] = "អាទិត្យ",
        ["Write 07:30-11:30, 14:00-17:00. An end after midnight stands last: 18:00-02:00. Leave a day empty where it is closed, and all where the hours are not known."] =
            "សូមសរសេរ 07:30-11:30, 14:00-17:00។ បើបិទក្រោយពាក់កណ្តាលអធ្រាត្រ ដាក់នៅចុងក្រោយ៖ 18:00-02:00។ ថ្ងៃបិទ ទុកទទេ។ បើមិនដឹងម៉ោង ទុកទទេទាំងអស់។",
        ["Write times in order, like 07:30-11:30, 14:00-17:00."] = "សូមសរសេរម៉ោងតាមលំដាប់ ដូចជា 07:30-11:30, 14:00-17:00។",
        ["Same until Friday"] = "ដូចគ្នាដល់ថ្ងៃសុក្រ",
        ["Same every day"] = "ដូចគ្នារាល់ថ្ងៃ",
        ["Hours not known"] = "មិនដឹងម៉ោងបើក",

        // The spot
        ["Paste coordinates or the link of a map here"] = "បិទភ្ជាប់កូអរដោនេ ឬតំណផែនទីនៅទីនេះ",
        ["10.6100, 103.5300, or the long address of a page of Google Maps or OpenStreetMap. It is read here; nothing is fetched."] =
            "10.6100, 103.5300 ឬអាសយដ្ឋានវែងនៃទំព័រ Google Maps ឬ OpenStreetMap។ វាអាននៅទីនេះ មិនទាញយកអ្វីពីក្រៅទេ។",
        ["Latitude (north)"] = "រយៈទទឹង (ជើង)",
        ["Longitude (east)"] = "រយៈបណ្តោយ (កើត)",
        ["Where the coordinates come from"] = "កូអរដោនេមកពីណា",
        ["Look at it on OpenStreetMap (opens that page, outside of here)"] = "មើលវានៅ OpenStreetMap (បើកទំព័រនោះ នៅក្រៅទីនេះ)",
        ["This spot is the large dot; the small ones are the other places. The nearest is"] = "ចំណុចធំគឺកន្លែងនេះ។ ចំណុចតូចៗគឺកន្លែងផ្សេង។ ជិតបំផុតគឺ",
        ["No other place has a spot yet, so there is nothing to compare it with."] = "មិនទាន់មានកន្លែងផ្សេងដែលមានចំណុចទេ ដូច្នេះគ្មានអ្វីប្រៀបធៀប។",
        ["This is a short link: only its own server knows the spot. Open it, and copy the long address from there."] =
            "នេះជាតំណខ្លី៖ មានតែម៉ាស៊ីនរបស់វាទេដែលដឹងទីតាំង។ សូមបើកវា រួចចម្លងអាសយដ្ឋានវែងពីទីនោះ។",
        ["No coordinates can be read from this. Write 10.6100, 103.5300."] = "អានកូអរដោនេពីនេះមិនបានទេ។ សូមសរសេរ 10.6100, 103.5300។",

        // The spreadsheet
        ["Export the places as a spreadsheet: its top row shows how it is written."] = "យកកន្លែងចេញជាតារាង៖ ជួរខាងលើបង្ហាញរបៀបសរសេរ។",
        ["Export all places"] = "យកកន្លែងទាំងអស់ចេញ",
        ["Change cells, or add a row for each new place; leave its id empty. Places that you take out of the table stay in the directory: delete them on their page."] =
            "កែប្រអប់ ឬបន្ថែមមួយជួរសម្រាប់កន្លែងថ្មីនីមួយៗ ហើយទុក id ទទេ។ កន្លែងដែលអ្នកដកចេញពីតារាង នៅក្នុងបញ្ជីដដែល៖ សូមលុបវានៅទំព័ររបស់វា។",
        ["Choose the file here. First you see what would change; nothing is changed before you say so."] =
            "ជ្រើសឯកសារនៅទីនេះ។ ដំបូងអ្នកឃើញអ្វីដែលនឹងប្តូរ។ គ្មានអ្វីប្តូរមុនពេលអ្នកយល់ព្រមទេ។",
        ["Spreadsheet (.xlsx, at most 5 MB)"] = "តារាង (.xlsx មិនលើស 5 MB)",
        ["Reading the spreadsheet"] = "កំពុងអានតារាង",
        ["problems. Nothing was imported: mend all in the spreadsheet, then choose it again."] = "បញ្ហា។ មិនបានយកអ្វីចូលទេ៖ សូមកែទាំងអស់ក្នុងតារាង រួចជ្រើសវាម្តងទៀត។",
        ["Row"] = "ជួរដេក",
        ["Column"] = "ជួរឈរ",
        ["What is wrong"] = "អ្វីខុស",
        ["What to do"] = "ត្រូវធ្វើអ្វី",
        ["the file"] = "ឯកសារ",
        ["What would change"] = "អ្វីដែលនឹងប្តូរ",
        ["Nothing: the spreadsheet says what the directory says."] = "គ្មានទេ៖ តារាងនិយាយដូចបញ្ជី។",
        ["Not in the spreadsheet; they stay as they are:"] = "មិនមានក្នុងតារាង។ វានៅដដែល៖",
        ["Take these in as drafts"] = "យកទាំងនេះចូលជាសេចក្តីព្រាង",
        ["The file is larger than 5 MB, or could not be read. Export the places, and change that file."] =
            "ឯកសារធំជាង 5 MB ឬអានមិនបាន។ សូមយកកន្លែងចេញជាតារាង រួចកែឯកសារនោះ។",
        ["Somebody changed the directory meanwhile. Look at what would change now."] = "មានគេកែបញ្ជីរួចហើយ។ សូមមើលអ្វីដែលនឹងប្តូរឥឡូវ។",
        ["Taken in as drafts. Workers see them when somebody publishes."] = "បានយកចូលជាសេចក្តីព្រាង។ អ្នកធ្វើការឃើញវាពេលមានគេផ្សាយ។",

        // The publish page
        ["New"] = "ថ្មី",
        ["Changed"] = "បានកែ",
        ["Gone"] = "បាត់",
        ["Lines that change"] = "បន្ទាត់ដែលប្តូរ",
        ["To the directory"] = "ទៅបញ្ជីសេវា",
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
