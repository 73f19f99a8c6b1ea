using System.Globalization;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace ChatSupport.EndToEnd.Leaks;

/// <summary>The memory of another process, as whoever administers the machine reads it.</summary>
internal static class ProcessMemory
{
    private const int Part = 8 * 1024 * 1024;
    private const int Overlap = 4096;
    private const int Around = 48; // bytes shown before and after a find

    /// <summary>Where something stands in it, a line each; every region that can hold data is read.</summary>
    /// <param name="process">Number of the process.</param>
    /// <param name="wanted">What is looked for, by name.</param>
    /// <param name="bytes">How many bytes were read.</param>
    /// <exception cref="UnauthorizedAccessException">The system keeps it from us.</exception>
    public static IReadOnlyList<string> Find(int process, IReadOnlyList<(string What, byte[] Bytes)> wanted, out long bytes)
    {
        bytes = 0;
        var found = new List<string>();
        using var memory = File.OpenHandle(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/mem"));
        var part = new byte[Part + Overlap];
        foreach (var (from, to, name) in Regions(process))
        {
            for (var at = from; at < to; at += Part)
            {
                var read = Read(memory, part, at, (int)Math.Min(part.Length, to - at));
                bytes += read;
                foreach (var (what, form) in wanted)
                {
                    for (var next = 0; Next(part.AsSpan(0, read), form, next) is var hit and >= 0 && hit < Part; next = hit + 1)
                        found.Add($"{what} at {at + hit:x} in {name}: {Shown(part.AsSpan(0, read), hit, form.Length)}");
                }
            }
        }
        return found;
    }

    private static int Next(ReadOnlySpan<byte> part, byte[] form, int from) => part[from..].IndexOf(form) is var at and >= 0 ? at + from : -1;

    /// <summary>What a process can have written to: files that it only reads are not of it.</summary>
    private static List<(long From, long To, string Name)> Regions(int process)
    {
        var regions = new List<(long, long, string)>();
        foreach (var line in File.ReadLines(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/maps")))
        {
            var words = line.Split(' ', 6, StringSplitOptions.RemoveEmptyEntries);
            var name = words.Length > 5 ? words[5].Trim() : "nothing";
            if (words[1][0] != 'r' || name.StartsWith("[v", StringComparison.Ordinal) || (name.StartsWith('/') && words[1][1] != 'w'))
                continue;
            var ends = words[0].Split('-');
            regions.Add((long.Parse(ends[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture), long.Parse(ends[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture), name));
        }
        return regions;
    }

    private static int Read(SafeFileHandle memory, byte[] part, long at, int length)
    {
        var read = 0;
        try
        {
            while (read < length && RandomAccess.Read(memory, part.AsSpan(read, length - read), at + read) is var some and > 0)
                read += some;
        }
        catch (IOException)
        {
            // A page that the process gave back since its list was read: there is nothing there.
        }
        return read;
    }

    private static string Shown(ReadOnlySpan<byte> part, int hit, int length)
    {
        var around = part[Math.Max(0, hit - Around)..Math.Min(part.Length, hit + length + Around)];
        return new string([.. Encoding.Latin1.GetString(around).Where(c => c is >= ' ' and <= '~')]);
    }
}
