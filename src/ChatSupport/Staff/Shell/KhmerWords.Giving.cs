using System.Collections.Frozen;

namespace ChatSupport.Staff.Shell;

/// <summary>The page of keys of cases in Khmer.</summary>
internal static partial class KhmerWords
{
    private static readonly FrozenDictionary<string, string> givingWords = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Keys of cases"] = "សោនៃករណី",
        ["Who came, or has a new key, opens a case only after somebody who has its key gave it to her. Your browser seals it to her; the server sees nothing of it."] =
            "អ្នកដែលទើបមក ឬមានសោថ្មី អាចបើកករណីបាន លុះត្រាតែអ្នកមានសោបានឲ្យសោដល់នាង។ កម្មវិធីរុករករបស់អ្នកបិទត្រាឲ្យនាង។ ម៉ាស៊ីនមេមិនឃើញអ្វីទេ។",
        ["To give keys you need a key of your own, signed by whoever holds the root key."] = "ដើម្បីឲ្យសោ អ្នកត្រូវមានសោផ្ទាល់ខ្លួន ដែលអ្នកកាន់សោឫសបានចុះហត្ថលេខា។",
        ["Who can open how many"] = "អ្នកណាអាចបើកបានប៉ុន្មាន",
        ["Reader"] = "អ្នកអាន",
        ["Should open"] = "គួរបើកបាន",
        ["Cannot yet"] = "មិនទាន់បាន",
        ["Give {0}"] = "ឲ្យ {0}",
        ["Recovery key"] = "សោសង្គ្រោះ",
        ["A colleague, or two recovery holders"] = "មិត្តរួមការងារម្នាក់ ឬអ្នកកាន់សោសង្គ្រោះពីរនាក់",
        ["Another colleague, or two recovery holders"] = "មិត្តរួមការងារផ្សេង ឬអ្នកកាន់សោសង្គ្រោះពីរនាក់",
        ["Cases that need a new key"] = "ករណីដែលត្រូវការសោថ្មី",
        ["Their key was given to a key that is revoked: of somebody who left, or in wrong hands. What is written from now on is sealed to a new one. Older texts stay readable for who has them."] =
            "សោរបស់វាធ្លាប់ឲ្យទៅសោដែលបានដកហើយ៖ របស់អ្នកដែលចាកចេញ ឬធ្លាក់ក្នុងដៃអ្នកមិនល្អ។ អ្វីដែលសរសេរពីពេលនេះទៅ ត្រូវបិទត្រាដោយសោថ្មី។ អត្ថបទចាស់ៗនៅតែអានបានសម្រាប់អ្នកដែលមានវា។",
        ["Make new keys for {0}"] = "ធ្វើសោថ្មីសម្រាប់ {0}",
        ["Conversations still under a key that is revoked: {0}. Each gets a new one when its reporter next opens it with her number; until then what you answer can be read by whoever has that key and the database."] =
            "ការសន្ទនាដែលនៅក្រោមសោដែលបានដក៖ {0}។ វានឹងបានសោថ្មី ពេលអ្នករាយការណ៍បើកវាដោយលេខរបស់នាង។ រហូតដល់ពេលនោះ អ្វីដែលអ្នកឆ្លើយ អាចអានបានដោយអ្នកណាដែលមានសោនោះ និងមូលដ្ឋានទិន្នន័យ។",
        ["{0} of {1}"] = "{0} ក្នុងចំណោម {1}",
        ["{0} of {1} are done. Load the page again to see how it stands."] = "រួចរាល់ {0} ក្នុងចំណោម {1}។ បើកទំព័រឡើងវិញ ដើម្បីមើលស្ថានភាព។",
        ["Stopped after {0} of {1}. What was done stays done; press the button again to go on."] = "បានឈប់ក្រោយ {0} ក្នុងចំណោម {1}។ អ្វីដែលធ្វើរួច នៅរួចដដែល។ ចុចប៊ូតុងម្តងទៀត ដើម្បីបន្ត។",
        ["Some of them could not be opened with your key. Another colleague, or two recovery holders, give those."] =
            "ខ្លះបើកមិនបានដោយសោរបស់អ្នក។ មិត្តរួមការងារផ្សេង ឬអ្នកកាន់សោសង្គ្រោះពីរនាក់ ឲ្យសោទាំងនោះ។",
        ["The list of readers is not as the root signed it, or changed just now. Nothing was given: load the page again, and tell your supervisor if it stays."] =
            "បញ្ជីអ្នកអានមិនដូចដែលសោឫសបានចុះហត្ថលេខាទេ ឬទើបប្តូរអម្បាញ់មិញ។ មិនបានឲ្យអ្វីទេ៖ បើកទំព័រឡើងវិញ ហើយប្រាប់អ្នកគ្រប់គ្រងរបស់អ្នក បើនៅដដែល។",
        ["You have no key to this case yet, or not to all of it. These colleagues can give it to you, at Keys of cases:"] =
            "អ្នកមិនទាន់មានសោនៃករណីនេះទេ ឬមិនទាន់មានទាំងអស់។ មិត្តរួមការងារទាំងនេះអាចឲ្យអ្នកបាន នៅទំព័រ សោនៃករណី៖",
        ["You have no key to this case yet, or not to all of it, and no colleague can give it. Two of the three recovery holders can: tell your supervisor."] =
            "អ្នកមិនទាន់មានសោនៃករណីនេះទេ ឬមិនទាន់មានទាំងអស់ ហើយគ្មានមិត្តរួមការងារណាអាចឲ្យបានទេ។ អ្នកកាន់សោសង្គ្រោះពីរនាក់ក្នុងចំណោមបីនាក់អាចឲ្យបាន៖ សូមប្រាប់អ្នកគ្រប់គ្រងរបស់អ្នក។",
        ["Look whether my keys open"] = "មើលថាសោរបស់ខ្ញុំបើកបានឬទេ",
        ["Some keys that you were given did not open. They were taken away: ask a colleague to give them to you once more."] =
            "សោខ្លះដែលគេឲ្យអ្នក បើកមិនបានទេ។ សោទាំងនោះត្រូវបានដកចេញ៖ សូមសុំមិត្តរួមការងារឲ្យម្តងទៀត។",
        ["Nobody else has this key, so it stays as it is."] = "គ្មានអ្នកណាផ្សេងមានសោនេះទេ ដូច្នេះវានៅដដែល។",
        ["One case needs a new key"] = "មានករណីមួយត្រូវការសោថ្មី",
        ["{0} cases need new keys"] = "មានករណី {0} ត្រូវការសោថ្មី",
        ["The case has a new key since you opened it. Lock it and open it again, then send this once more."] = "ករណីនេះមានសោថ្មី តាំងពីអ្នកបើកវា។ ចាក់សោ ហើយបើកវាម្តងទៀត រួចផ្ញើវាម្តងទៀត។",
        ["This key is not on the signed list of readers now, or belongs to nobody who works here. Load the page again."] =
            "សោនេះមិននៅក្នុងបញ្ជីអ្នកអានដែលបានចុះហត្ថលេខាទេ ឬមិនមែនជារបស់អ្នកធ្វើការនៅទីនេះ។ សូមបើកទំព័រឡើងវិញ។",
        ["This case is not for her: give it to her first, or let her take it."] = "ករណីនេះមិនមែនសម្រាប់នាងទេ៖ ប្រគល់ករណីឲ្យនាងជាមុន ឬឲ្យនាងទទួលវា។",
        ["The readers or the key of this case changed meanwhile. Load the page again, then go on."] = "អ្នកអាន ឬសោនៃករណីនេះបានប្តូរ។ សូមបើកទំព័រឡើងវិញ រួចបន្ត។",
        ["A case worker for this case and a recovery key must count now. Look at the list of readers."] = "ត្រូវមានអ្នកទទួលបន្ទុកសម្រាប់ករណីនេះម្នាក់ និងសោសង្គ្រោះមួយ ដែលនៅប្រើបាន។ សូមមើលបញ្ជីអ្នកអាន។",
        ["The signed list of readers cannot be taken. Ask whoever looks after the server: chatsupport reports keys verify"] =
            "មិនអាចយកបញ្ជីអ្នកអានដែលបានចុះហត្ថលេខាបានទេ។ សូមសួរអ្នកមើលថែម៉ាស៊ីនមេ៖ chatsupport reports keys verify",
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
