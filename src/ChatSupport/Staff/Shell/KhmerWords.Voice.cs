using System.Collections.Frozen;

namespace ChatSupport.Staff.Shell;

/// <summary>The recordings of screens in Khmer.</summary>
internal static partial class KhmerWords
{
    private static readonly FrozenDictionary<string, string> voiceWords = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Voice"] = "សំឡេង",
        ["seconds"] = "វិនាទី",
        ["from the folder of files"] = "ពីថតឯកសារ",
        ["not recorded yet"] = "មិនទាន់ថតសំឡេងទេ",
        ["older than its text"] = "ចាស់ជាងអត្ថបទ",
        ["Record"] = "ថតសំឡេង",
        ["Upload a file"] = "បញ្ជូនឯកសារ",
        ["Remove the recording"] = "ដកសំឡេងចេញ",
        ["Put the recording back"] = "ដាក់សំឡេងវិញ",
        ["Workers still hear it until somebody publishes. It can be put back until you close this page."] = "អ្នកធ្វើការនៅតែឮវា រហូតដល់មានគេផ្សាយ។ អាចដាក់វាវិញបាន រហូតដល់អ្នកបិទទំព័រនេះ។",
        ["The browser asks whether it may use the microphone. Say yes."] = "កម្មវិធីរុករកសួរថា តើអាចប្រើមីក្រូហ្វូនបានទេ។ សូមចុចយល់ព្រម។",
        ["Read the text slowly and clearly, in a quiet room, without names."] = "សូមអានអត្ថបទយឺតៗ ឱ្យច្បាស់ ក្នុងបន្ទប់ស្ងាត់ ដោយមិននិយាយឈ្មោះនរណា។",
        ["How loud"] = "កម្រិតសំឡេង",
        ["Stop"] = "ឈប់",
        ["The sound is prepared…"] = "កំពុងរៀបចំសំឡេង…",
        ["Listen to it. Workers hear it only once it is published."] = "សូមស្តាប់វា។ អ្នកធ្វើការឮវា លុះត្រាតែផ្សាយរួច។",
        ["What was recorded"] = "សំឡេងដែលបានថត",
        ["Keep the recording"] = "រក្សាសំឡេងនេះ",
        ["It is sent…"] = "កំពុងបញ្ជូន…",
        ["Close without keeping"] = "បិទដោយមិនរក្សា",
        ["The browser gives no microphone. Allow it beside the address of the page, look whether one is plugged in, then try again."] =
            "កម្មវិធីរុករកមិនឱ្យប្រើមីក្រូហ្វូនទេ។ សូមអនុញ្ញាតនៅក្បែរអាសយដ្ឋានទំព័រ មើលថាមានដោតមីក្រូហ្វូនឬអត់ រួចសាកម្តងទៀត។",
        ["Browsers record on https pages only. Open the console by its https address, or upload a file."] =
            "កម្មវិធីរុករកថតសំឡេងបានតែលើទំព័រ https ប៉ុណ្ណោះ។ សូមបើកតាមអាសយដ្ឋាន https ឬបញ្ជូនឯកសារ។",
        ["The browser cannot read this file as sound. Choose another, for example MP3, M4A, WAV or OGG."] =
            "កម្មវិធីរុករកអានឯកសារនេះជាសំឡេងមិនបានទេ។ សូមជ្រើសឯកសារផ្សេង ឧទាហរណ៍ MP3, M4A, WAV ឬ OGG។",
        ["The sound is longer than one minute. Cut it, or say it in two screens."] = "សំឡេងវែងជាងមួយនាទី។ សូមកាត់វាឱ្យខ្លី ឬនិយាយក្នុងអេក្រង់ពីរ។",
        ["The file is larger than 20 MB. A recording of one minute is much smaller: choose another."] =
            "ឯកសារធំជាង 20 MB។ សំឡេងមួយនាទីតូចជាងនេះច្រើន។ សូមជ្រើសឯកសារផ្សេង។",
        ["The server did not take it. The recording is still here: wait a moment, then keep it again."] =
            "ម៉ាស៊ីនមេមិនបានទទួលទេ។ សំឡេងនៅទីនេះដដែល៖ សូមរង់ចាំបន្តិច រួចចុចរក្សាម្តងទៀត។",
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
