using System.Buffers.Binary;
using System.Text;

namespace ChatSupport.EndToEnd.Leaks;

/// <summary>Everything that a process left: its files and what it wrote to its outputs and its callers.</summary>
internal sealed class Remains
{
    private readonly List<(string Name, byte[] Bytes)> parts = [];

    /// <summary>How many bytes there are to search.</summary>
    public long Bytes => parts.Sum(part => (long)part.Bytes.Length);

    /// <summary>The names of all parts.</summary>
    public IEnumerable<string> Names => parts.Select(part => part.Name);

    public void Add(string name, string text) => parts.Add((name, Encoding.UTF8.GetBytes(text)));

    public void Add(string name, byte[] bytes) => parts.Add((name, bytes));

    /// <summary>Every file under a folder, of whatever kind, hidden ones too.</summary>
    public void AddFolder(string folder)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0, IgnoreInaccessible = false };
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", options).Where(file => file.LinkTarget is null))
        {
            Add("the name of a file", Path.GetRelativePath(folder, file.FullName));
            if (file.Length == 0)
                continue; // also the runtime's own pipes and sockets, which nobody writes to
            using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            Add(Path.GetRelativePath(folder, file.FullName), bytes);
        }
    }

    /// <summary>Where secrets stand, each as a line: <c>data/chatsupport.db at 12345: the edited text, as it is, UTF-8</c>.</summary>
    public IReadOnlyList<string> Find(IEnumerable<Secret> secrets)
    {
        var forms = secrets.SelectMany(secret => Disguises.Of(secret).Select(form => (Name: $"{secret.What}, {form.Form}", form.Bytes)))
            .GroupBy(form => Beginning(form.Bytes)).ToDictionary(group => group.Key, group => group.ToArray());
        var found = new List<string>();
        foreach (var (name, bytes) in parts)
        {
            for (var at = 0; at + Disguises.Shortest <= bytes.Length; at++)
            {
                if (!forms.TryGetValue(Beginning(bytes.AsSpan(at)), out var some))
                    continue;
                foreach (var form in some.Where(form => bytes.AsSpan(at).StartsWith(form.Bytes)))
                    found.Add($"{name} at {at}: {form.Name}");
            }
        }
        return found;
    }

    /// <summary>Forms are looked up by how they begin: there are a hundred thousand of them.</summary>
    private static ulong Beginning(ReadOnlySpan<byte> bytes) =>
        BinaryPrimitives.ReadUInt32LittleEndian(bytes) | ((ulong)BinaryPrimitives.ReadUInt16LittleEndian(bytes[4..]) << 32);
}
