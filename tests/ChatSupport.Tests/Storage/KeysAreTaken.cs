using System.Runtime.Versioning;
using System.Security.Cryptography;
using ChatSupport.Storage;
using ChatSupport.Storage.Encryption;

namespace ChatSupport.Tests.Storage;

[UnsupportedOSPlatform("windows")] // modes of files
public sealed class KeysAreTaken : IDisposable
{
    private readonly string folder = Path.Combine(Directory.CreateTempSubdirectory("chatsupport-keys-").FullName, "keys");

    private string FieldFile => Path.Combine(folder, "field.key");

    private string LookupFile => Path.Combine(folder, "lookup.key");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);

    [Fact]
    public void At_the_first_start_two_different_keys_are_made_for_the_owner_alone()
    {
        var ring = KeyRing.Open(folder, null, hasStoredData: false, out var made);

        Assert.True(made);
        Assert.Equal((32, 32), (ring.FieldKey.Length, ring.LookupKey.Length));
        Assert.NotEqual(ring.FieldKey, ring.LookupKey);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(FieldFile));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(LookupFile));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));

        var again = KeyRing.Open(folder, null, hasStoredData: true, out made);
        Assert.False(made);
        Assert.Equal(ring.FieldKey, again.FieldKey);
        Assert.Equal(ring.LookupKey, again.LookupKey);
    }

    [Fact]
    public void New_keys_are_not_made_over_stored_conversations()
    {
        var refused = Assert.Throws<StartRefusedException>(() => KeyRing.Open(folder, null, hasStoredData: true, out _));

        Assert.Equal("ChatSupport:Keys:Folder", refused.Setting);
        Assert.Contains("safe copy", refused.Mend, StringComparison.Ordinal);
        Assert.False(File.Exists(FieldFile));
    }

    [Theory]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.OtherWrite)]
    public void A_key_that_others_can_reach_is_refused_with_the_command_that_mends_it(UnixFileMode mode)
    {
        KeyRing.Open(folder, null, hasStoredData: false, out _);
        File.SetUnixFileMode(LookupFile, File.GetUnixFileMode(LookupFile) | mode);

        var refused = Assert.Throws<StartRefusedException>(() => KeyRing.Open(folder, null, hasStoredData: false, out _));

        Assert.Contains($"chmod 600 '{LookupFile}'", refused.Mend, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    public void A_key_of_another_length_is_refused(int length)
    {
        KeyRing.Open(folder, null, hasStoredData: false, out _);
        File.WriteAllBytes(FieldFile, new byte[length]);

        var refused = Assert.Throws<StartRefusedException>(() => KeyRing.Open(folder, null, hasStoredData: false, out _));

        Assert.Contains($"has {length} bytes", refused.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_equal_keys_are_refused()
    {
        KeyRing.Open(folder, null, hasStoredData: false, out _);
        File.WriteAllBytes(LookupFile, File.ReadAllBytes(FieldFile));

        Assert.Contains("same bytes", Assert.Throws<StartRefusedException>(() => KeyRing.Open(folder, null, false, out _)).What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_single_missing_key_is_named_and_not_made_anew()
    {
        KeyRing.Open(folder, null, hasStoredData: false, out _);
        File.Delete(LookupFile);

        Assert.Contains("lookup.key", Assert.Throws<StartRefusedException>(() => KeyRing.Open(folder, null, false, out _)).What, StringComparison.Ordinal);
        Assert.False(File.Exists(LookupFile));
    }

    [Fact]
    public void The_service_managers_credentials_go_before_the_folder()
    {
        Directory.CreateDirectory(folder);
        var (field, lookup) = (RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(32));
        File.WriteAllBytes(FieldFile, field);
        File.WriteAllBytes(LookupFile, lookup);

        var ring = KeyRing.Open(Path.Combine(folder, "unused"), credentials: folder, hasStoredData: true, out var made);

        Assert.False(made);
        Assert.Equal(field, ring.FieldKey);
        Assert.Equal(lookup, ring.LookupKey);
        Assert.False(Directory.Exists(Path.Combine(folder, "unused")));
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_named()
    {
        File.WriteAllText(folder, "a file stands where the folder should be");

        var refused = Assert.Throws<StartRefusedException>(() => KeyRing.Open(folder, null, hasStoredData: false, out _));

        Assert.Contains(folder, refused.What, StringComparison.Ordinal);
    }
}
