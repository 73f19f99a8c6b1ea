using Microsoft.AspNetCore.Identity;

namespace ChatSupport.Staff.Accounts;

/// <summary>Passkeys that a browser made.</summary>
internal static class NewPasskeys
{
    /// <summary>Checks what the browser got from the device that made it.</summary>
    /// <returns>The passkey and the id that it was made for; null where the browser was not asked, or its answer does not hold.</returns>
    public static async Task<(UserPasskeyInfo Passkey, string Owner)?> Check(SignInManager<StaffAccount> passkeys, string credential)
    {
        try
        {
            var result = await passkeys.PerformPasskeyAttestationAsync(credential);
            return result.Succeeded ? (result.Passkey, result.UserEntity.Id) : null;
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            return null; // sent by hand: a browser is always asked first
        }
    }
}
