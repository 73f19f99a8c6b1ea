using System.Text;
using ChatSupport.Staff.Roles;

namespace ChatSupport.Tests.Staff.Accounts;

public sealed class WhatTheFileHolds
{
    [Fact]
    public async Task No_name_hash_key_code_or_link_lies_in_clear_beside_the_keys()
    {
        await using var host = new StaffHost();
        var invited = await host.Invited("Zebulina Marked", StaffRole.Administrator);
        var dara = await host.Joins(invited, "Zebulina Marked");
        var waiting = await host.Invited("Quentin Marked", StaffRole.Editor);
        Assert.NotNull(await dara.SignsIn(dara.App.Code()));
        await dara.SignsIn("", "a wrong marked password");
        await (dara with { Name = "Typed Marked" }).SignsIn("", "wrong");
        var account = dara.Account;

        string[] secrets = ["Zebulina", "ZEBULINA", "Quentin", "Typed Marked", account.PasswordHash!, account.PasswordHash![8..40], account.CodeKey!, account.LastCode!.Split(' ')[^1], "marked password", "plain words", waiting, invited];
        var files = Directory.EnumerateFiles(host.Folder, "*", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/data/keys/", StringComparison.Ordinal)).ToDictionary(file => file, Bytes);
        Assert.Contains(files, file => file.Key.EndsWith(".db-wal", StringComparison.Ordinal) && file.Value.Length > 0);
        foreach (var (file, bytes) in files)
        {
            foreach (var secret in secrets)
            {
                foreach (var form in new[] { Encoding.UTF8.GetBytes(secret), Encoding.Unicode.GetBytes(secret) })
                    Assert.True(bytes.AsSpan().IndexOf(form) < 0, $"{Path.GetFileName(file)} holds '{secret}'.");
            }
        }
        Assert.Contains(files.Values, bytes => bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(dara.Id)) >= 0); // the search finds what is there
    }

    private static byte[] Bytes(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
