using System.Security.Cryptography;

namespace ChatSupport.Storage.Encryption;

/// <summary>The keys that lie outside the database: one seals fields, the other makes opaque keys of addresses.</summary>
internal sealed class KeyRing
{
    private const int KeySize = 32;
    private const string Setting = KeyOptions.Section + ":Folder";
    private const string FieldFile = "field.key";
    private const string LookupFile = "lookup.key";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    private KeyRing(byte[] fieldKey, byte[] lookupKey) => (FieldKey, LookupKey) = (fieldKey, lookupKey);

    /// <summary>Seals fields.</summary>
    public byte[] FieldKey { get; }

    /// <summary>Makes opaque keys of addresses.</summary>
    public byte[] LookupKey { get; }

    /// <summary>Takes the keys from the service manager's credentials where one of them is there (then the other must be), else from the folder; makes them where there are none yet.</summary>
    /// <param name="folder">The folder of the key files.</param>
    /// <param name="credentials">What the service manager hands over; null for none.</param>
    /// <param name="hasStoredData">True where something was stored with keys: then new ones would lock it away for ever.</param>
    /// <param name="made">True when they were made now.</param>
    /// <exception cref="StartRefusedException">A key is missing, unsafe or not a key.</exception>
    public static KeyRing Open(string folder, string? credentials, bool hasStoredData, out bool made)
    {
        made = false;
        if (credentials is not null && (File.Exists(Path.Combine(credentials, FieldFile)) || File.Exists(Path.Combine(credentials, LookupFile))))
            return Take(credentials, checkMode: false); // the service manager guards these by other means than the mode

        if (!File.Exists(Path.Combine(folder, FieldFile)) && !File.Exists(Path.Combine(folder, LookupFile)))
        {
            if (hasStoredData)
            {
                throw new StartRefusedException(Setting,
                    $"There are no keys in {folder}, but what the database holds was stored with keys.",
                    $"Put {FieldFile} and {LookupFile} back from their safe copy. If they are lost, nobody can read the database any more: move it away to begin anew.");
            }
            Make(folder);
            made = true;
        }
        return Take(folder, checkMode: true);
    }

    private static KeyRing Take(string folder, bool checkMode)
    {
        var ring = new KeyRing(Read(folder, FieldFile, checkMode), Read(folder, LookupFile, checkMode));
        if (CryptographicOperations.FixedTimeEquals(ring.FieldKey, ring.LookupKey))
        {
            throw new StartRefusedException(Setting,
                $"{FieldFile} and {LookupFile} in {folder} hold the same bytes.",
                "They must differ: put the right ones back from their safe copy, or, before anything was stored, delete both and start again.");
        }
        return ring;
    }

    private static byte[] Read(string folder, string name, bool checkMode)
    {
        var file = Path.Combine(folder, name);
        try
        {
            if (checkMode && !OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & Others) != 0)
            {
                throw new StartRefusedException(Setting,
                    $"The key file {file} can be read or changed by other users of this machine.",
                    $"Run: chmod 600 '{file}'. If others could really have read it, ask for help before you go on: what is stored may no longer be secret.");
            }
            using var stream = File.OpenRead(file);
            var key = new byte[KeySize];
            if (stream.Length != KeySize)
            {
                throw new StartRefusedException(Setting,
                    $"The key file {file} has {stream.Length} bytes; a key has exactly {KeySize}.",
                    "Put the right file back from its safe copy.");
            }
            stream.ReadExactly(key);
            return key;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException(Setting,
                $"The key file {file} cannot be read: {e.Message}",
                $"Both {FieldFile} and {LookupFile} must be there and belong to the user that runs the program.", e);
        }
    }

    private static void Make(string folder)
    {
        try
        {
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(folder);
            else
                Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
            Write(Path.Combine(folder, FieldFile));
            Write(Path.Combine(folder, LookupFile));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException(Setting,
                $"No keys can be made in {folder}: {e.Message}",
                "Name a folder that the user of the program may write to, or make the folder and give it to that user.", e);
        }
    }

    private static void Write(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        using var stream = new FileStream(file, options);
        stream.Write(RandomNumberGenerator.GetBytes(KeySize));
        stream.Flush(flushToDisk: true);
    }
}
