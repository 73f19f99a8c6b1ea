using System.Globalization;

namespace ChatSupport.Reports.Sealing.Readers;

/// <summary>The newest list of readers that was taken.</summary>
/// <param name="Root">The root that signed it: under another root, which the settings alone can bring, versions begin anew.</param>
/// <param name="Version">Its version.</param>
/// <param name="Fingerprint">Tells it from another list of that version.</param>
internal sealed record SeenMark(string Root, uint Version, string Fingerprint)
{
    /// <summary>Reads the mark.</summary>
    /// <returns>Null where none was taken yet.</returns>
    /// <exception cref="IOException">The file is there, but cannot be read as one.</exception>
    public static SeenMark? Read(string file)
    {
        if (!File.Exists(file))
            return null;
        var text = File.ReadAllText(file).Trim().Split(' ');
        return text is [var root, var number, { Length: 64 } print] && uint.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? new SeenMark(root, version, print)
            : throw new IOException($"{file}, which remembers the newest list that was taken, is damaged. Delete it if you know that the list is the newest; the next list that is taken is remembered again.");
    }

    /// <summary>Writes the mark: whole, or not at all.</summary>
    public void Write(string file)
    {
        var fresh = file + ".new";
        using (var stream = new FileStream(fresh, FileMode.Create, FileAccess.Write))
        {
            stream.Write(System.Text.Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Root} {Version} {Fingerprint}\n")));
            stream.Flush(flushToDisk: true);
        }
        File.Move(fresh, file, overwrite: true);
    }
}
