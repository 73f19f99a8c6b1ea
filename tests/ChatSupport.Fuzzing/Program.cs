using System.Text;
using ChatSupport.Dialogs.Tests.Reading;
using ChatSupport.Fuzzing;
using SharpFuzz;

// chatsupport-fuzzing TARGET            is driven by AFL++; see tests/fuzz.sh
// chatsupport-fuzzing TARGET --samples FOLDER  writes the inputs that it begins with
// chatsupport-fuzzing TARGET FILE…      runs inputs again, for example those that crashed
// Made at the first input: an instrumented library must not run before the fuzzer is there.
var lateDialogs = new Lazy<DialogTargets>(() => new DialogTargets(Content.With([]), Content.Actions));
var lateDoors = new Lazy<DoorTargets>(() => new DoorTargets());
var lateSealing = new Lazy<SealingTargets>(() => new SealingTargets());
var targets = new Dictionary<string, (Action<byte[]> Run, IEnumerable<byte[]> Samples, IEnumerable<byte[]> Words)>(StringComparer.Ordinal)
{
    ["yaml"] = (bytes => lateDialogs.Value.Yaml(bytes), Samples.Yaml, Samples.YamlWords),
    ["talk"] = (bytes => lateDialogs.Value.Talk(bytes), Samples.Talks, Samples.TalkWords),
    ["template"] = (bytes => lateDialogs.Value.Template(DoorTargets.Text(bytes)), Utf8(Samples.Templates), Utf8(Samples.TemplateWords)),
    ["condition"] = (bytes => lateDialogs.Value.Condition(DoorTargets.Text(bytes)), Utf8(Samples.Conditions), Utf8(Samples.TemplateWords)),
    ["khmer"] = (bytes => lateDialogs.Value.Khmer(DoorTargets.Text(bytes)), Utf8(Samples.Khmer), Utf8(Samples.KhmerWords)),
    ["button"] = (bytes => lateDialogs.Value.Button(DoorTargets.Text(bytes)), Utf8(Samples.Buttons), Utf8(Samples.ButtonWords)),
    ["webhook"] = (bytes => lateDoors.Value.Webhook(bytes), DoorSamples.Updates, DoorSamples.UpdateWords),
    ["activity"] = (bytes => DoorTargets.Activity(bytes), DoorSamples.Activities, DoorSamples.ActivityWords),
    ["money"] = (bytes => MoneyTarget.Read(DoorTargets.Text(bytes)), Utf8(MoneyTarget.Samples), Utf8(MoneyTarget.Words)),
    ["upload"] = (bytes => DoorTargets.Upload(bytes), DoorSamples.Uploads, DoorSamples.UploadWords),
    ["sealed"] = (bytes => lateSealing.Value.File(bytes), Late(() => lateSealing.Value.Files), SealingTargets.FileWords),
    ["within"] = (bytes => lateSealing.Value.Plain(bytes), Late(() => lateSealing.Value.Plains), SealingTargets.PlainWords),
    ["readers"] = (bytes => lateSealing.Value.Typed(bytes), Late(() => lateSealing.Value.Lists), SealingTargets.ListWords),
};
if (args is [] || !targets.TryGetValue(args[0], out var target))
{
    await Console.Error.WriteLineAsync($"Name a target: {string.Join(' ', targets.Keys)}");
    return 2;
}

if (args is [_, "--samples", var folder])
{
    var number = 0;
    foreach (var sample in target.Samples)
        await File.WriteAllBytesAsync(Path.Combine(Directory.CreateDirectory(folder).FullName, $"{number++:000}"), sample);
    await File.WriteAllLinesAsync(folder + ".dict", target.Words.Select(word => $"\"{string.Concat(word.Select(one => $"\\x{one:X2}"))}\""));
    return 0;
}

foreach (var file in args.Skip(1))
{
    Console.WriteLine(file);
    target.Run(await File.ReadAllBytesAsync(file));
}
if (args.Length == 1)
{
    Fuzzer.OutOfProcess.Run(stream =>
    {
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        target.Run(bytes.ToArray());
    });
}
return 0;

static IEnumerable<byte[]> Late(Func<IEnumerable<byte[]>> samples) => new[] { samples }.SelectMany(make => make());

static IEnumerable<byte[]> Utf8(IEnumerable<string> texts) => texts.Select(Encoding.UTF8.GetBytes);
