using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using CsCheck;

namespace ChatSupport.Fuzzing;

/// <summary>Gives very many inputs to a target on all cores. What it throws fails the test with the seed that replays it (<c>CsCheck_Seed=… </c>), an input that
/// does not end fails it with the input, and one that takes much more memory than its size explains fails it too.</summary>
internal static class Fuzzed
{
    /// <summary>How many inputs each target gets; <c>CHATSUPPORT_FUZZ_INPUTS</c> sets another number.</summary>
    public static int Inputs { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("CHATSUPPORT_FUZZ_INPUTS"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 100_000;

    /// <summary>How long one input may take before it counts as one that does not end. Far beyond anything that a busy machine does.</summary>
    private static readonly TimeSpan endless = TimeSpan.FromMinutes(2);

    private const int CallsAtOnce = 16;
    private const long AnyInput = 8 * 1024 * 1024; // bytes that an input may take whatever its size
    private const long EachByte = 8 * 1024; // and for each of its bytes

    public static Task Bytes(Gen<byte[]> inputs, Action<byte[]> target) => Run(inputs, target, input => input.Length, input => Encoding.UTF8.GetString(input));

    public static Task Texts(Gen<string> inputs, Action<string> target) => Run(inputs, target, input => input.Length * 2, input => input);

    /// <summary>The same for what answers later, some inputs beside one another. Memory is looked at by who calls.</summary>
    public static Task Calls(Gen<byte[]> inputs, Func<byte[], Task> target) => inputs.SampleAsync(
        async input =>
        {
            try
            {
                await target(input).WaitAsync(endless).ConfigureAwait(false);
            }
            catch (TimeoutException e)
            {
                throw new TimeoutException($"This input does not end: {Convert.ToBase64String(input)}", e);
            }
        },
        iter: Inputs, threads: CallsAtOnce, print: Encoding.UTF8.GetString);

    private static async Task Run<T>(Gen<T> inputs, Action<T> target, Func<T, long> size, Func<T, string> print)
    {
        var running = new ConcurrentDictionary<int, (T Input, long Since)>();
        var all = Task.Factory.StartNew(() => inputs.Sample(
            input =>
            {
                running[Environment.CurrentManagedThreadId] = (input, Stopwatch.GetTimestamp());
                var before = GC.GetAllocatedBytesForCurrentThread();
                target(input);
                var taken = GC.GetAllocatedBytesForCurrentThread() - before;
                running.TryRemove(Environment.CurrentManagedThreadId, out _);
                return taken <= AnyInput + (EachByte * size(input)) ? true : throw new InvalidOperationException($"An input of {size(input)} bytes took {taken} bytes of memory.");
            },
            iter: Inputs, print: print), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        while (await Task.WhenAny(all, Task.Delay(TimeSpan.FromSeconds(1))).ConfigureAwait(false) != all)
        {
            foreach (var (input, since) in running.Values.Where(one => Stopwatch.GetElapsedTime(one.Since) > endless))
                throw new TimeoutException($"This input does not end, looked at since {Stopwatch.GetElapsedTime(since).TotalSeconds:0} s:\n{print(input)}");
        }
        await all.ConfigureAwait(false);
    }
}
