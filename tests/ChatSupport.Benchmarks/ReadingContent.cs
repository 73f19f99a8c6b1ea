using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using ChatSupport.Dialogs.Reading;

namespace ChatSupport.Benchmarks;

/// <summary>Reading and checking 2,000 screens. Less than 300 ms are required.</summary>
public class ReadingContent
{
    private const int Dialogs = 100;
    private const int Screens = 20;

    private List<ContentFile> files = [];

    /// <summary>Writes 100 dialogs of 20 screens in two languages, beside the shipped ones, which the engine needs.</summary>
    [GlobalSetup]
    public void Write()
    {
        files = [.. ContentOnDisk.Files];
        for (var dialog = 0; dialog < Dialogs; dialog++)
            files.Add(new ContentFile($"made/topic-{Number(dialog)}.yaml", Encoding.UTF8.GetBytes(Dialog(dialog))));
    }

    /// <summary>Reading and every check.</summary>
    [Benchmark]
    public ReadingResult ReadAndCheck() => DialogReader.Read(files, ContentOnDisk.Actions, ContentOnDisk.Today);

    private static string Dialog(int dialog)
    {
        var yaml = new StringBuilder();
        yaml.Append(CultureInfo.InvariantCulture, $$"""
            format: 1
            dialog: made/topic-{{Number(dialog)}}
            title: { km: ប្រធានបទ {{Number(dialog)}}, en: Topic {{Number(dialog)}} }
            keywords: { km: [ពាក្យគន្លឹះទី{{Number(dialog)}}], en: [keyword {{Number(dialog)}}] }
            status: { km: draft, en: reviewed }
            screens:

            """);
        for (var screen = 0; screen < Screens; screen++)
        {
            var next = screen + 1 < Screens ? $"s{Number(screen + 1)}" : "start";
            yaml.Append(CultureInfo.InvariantCulture, $$"""
                  {{(screen == 0 ? "start" : "s" + Number(screen))}}:
                    text:
                      km: |-
                        ច្បាប់ការងារការពារអ្នក។ ថ្ងៃនេះអ្នកអាចសួរមេធាវី ហៅមិនអស់លុយទេ។ អ្នកជាអ្នកសម្រេច។
                        • កន្លែងទី{{Number(screen)}} មានមនុស្សដែលស្តាប់អ្នក
                      en: |-
                        The law protects you. Today you can ask a lawyer; the call is free. You decide.
                        • place {{Number(screen)}} has somebody who listens
                    choices:
                      - { label: { km: បន្ទាប់, en: Next }, go: {{next}} }
                      - { label: { km: ជួយបន្ទាន់, en: Emergency }, go: emergency }
                      - { label: { km: សិទ្ធិរបស់ខ្ញុំ, en: My rights }, go: rights }

                """);
        }

        return yaml.ToString();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
