using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using ChatSupport.Benchmarks.Peers;
using ChatSupport.Reports.Sealing;
using ChatSupport.Reports.Sealing.Age;
using ChatSupport.Reports.Sealing.Receipts;
using ChatSupport.Storage.Encryption;

namespace ChatSupport.Benchmarks.Sealing;

/// <summary>Measures what sealing a text and an attachment to four readers costs, opening them, and a receipt, beside Debian's <c>age</c>:
/// <c>dotnet run -c Release --project tests/ChatSupport.Benchmarks -- sealing</c>.</summary>
internal static class SealingFigures
{
    private const int Readers = 4;
    private const int Text = 2_000;
    private const int Attachment = 10_000_000;

    private static readonly SealedPlace place = new(Purpose.Attachment, Guid.NewGuid(), Guid.NewGuid(), 1);

    public static async Task<int> Print()
    {
        var load = Machine.Load();
        using var folder = new ScratchFolder();
        var identities = Enumerable.Range(0, Readers).Select(_ => AgeIdentity.New()).ToList();
        var recipients = identities.Select(identity => identity.Recipient).ToList();
        var last = identities[^1]; // the one whose part of the header comes last
        var text = RandomNumberGenerator.GetBytes(Text);
        var sealedText = SealedFile.Seal(text, place, recipients);
        var (plain, file, opened) = (Path.Combine(folder.Path, "plain"), Path.Combine(folder.Path, "sealed"), Path.Combine(folder.Path, "opened"));
        await File.WriteAllBytesAsync(plain, RandomNumberGenerator.GetBytes(Attachment));

        Console.WriteLine(Machine.Line(load));
        Console.WriteLine($"{Readers} readers; medians");
        Console.WriteLine("| | ms |");
        Console.WriteLine("| --- | ---: |");
        await Row("seal a text of 2 kB", 2_000, () => Task.FromResult(SealedFile.Seal(text, place, recipients)));
        await Row("open it", 2_000, () => Task.FromResult(SealedFile.Open(sealedText, place, last)));
        await Row("seal an attachment of 10 MB, file to file", 15, () => Through(plain, file, (from, to) => SealedFile.Seal(from, Attachment, to, place, recipients, CancellationToken.None)));
        await Row("open it, file to file", 15, () => Through(file, opened, (from, to) => SealedFile.Open(from, to, place, [last], CancellationToken.None)));
        await Debian(folder.Path, plain, file, recipients, last);
        await Receipts(last);
        identities.ForEach(identity => identity.Dispose());
        return 0;
    }

    private static async Task Debian(string folder, string plain, string file, List<AgeRecipient> recipients, AgeIdentity identity)
    {
        var key = Path.Combine(folder, "key");
        await File.WriteAllBytesAsync(key, identity.ToText());
        var to = string.Join(' ', recipients.Select(recipient => $"-r {recipient}"));
        try
        {
            await Row("Debian's age: seal 10 MB, with its start", 15, () => Run($"{to} -o {file}.age {plain}"));
            await Row("Debian's age: open 10 MB, with its start", 15, () => Run($"-d -i {key} -o {file}.out {file}.age"));
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Console.WriteLine("| Debian's age is not installed (apt-get install age) | |");
        }
    }

    private static async Task Receipts(AgeIdentity conversation)
    {
        using var gate = new KdfGate(Math.Min(2, Environment.ProcessorCount), 50, TimeSpan.FromMinutes(1), TimeProvider.System);
        var receipts = new ReceiptLock(RandomNumberGenerator.GetBytes(32), gate);
        var code = ReceiptCode.New();
        var kept = await receipts.Close(code, conversation, CancellationToken.None);
        await Row("open with a receipt (Argon2id, 128 MiB, 3 passes)", 15, () => receipts.Open(code, kept, CancellationToken.None));
        await Row("the same for an unknown one", 15, () => receipts.Open(code, null, CancellationToken.None));
        await Row("ten receipts at once through the gate, all", 5, () => Task.WhenAll(Enumerable.Range(0, 10).Select(_ => receipts.Open(code, kept, CancellationToken.None))));
    }

    private static async Task Row(string what, int times, Func<Task> run)
    {
        var took = new List<double>();
        for (var i = 0; i < times + Math.Max(1, times / 5); i++)
        {
            var began = Stopwatch.GetTimestamp();
            await run();
            took.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {took.TakeLast(times).Order().ElementAt(times / 2):0.00} |"));
    }

    private static async Task Through(string from, string to, Func<Stream, Stream, Task> run)
    {
        await using var source = File.OpenRead(from);
        await using var target = File.Create(to);
        await run(source, target);
    }

    private static async Task Run(string arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("age", arguments) { RedirectStandardError = true })!;
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"age failed: {said}");
    }
}
