using System.Security.Cryptography;
using ChatSupport.Storage.Encryption;

namespace ChatSupport.Reports.Sealing;

/// <summary>Keeps where a reporter may be written to, so that it opens for its own case alone.</summary>
internal sealed class RouteSeal(FieldCipher cipher)
{
    public byte[] Seal(string caseId, string route) => cipher.Seal(route, Place(caseId));

    /// <summary>Null for what does not open: other keys, a damaged row, or one of another case.</summary>
    public string? Open(string caseId, byte[] stored)
    {
        try
        {
            return cipher.OpenText(stored, Place(caseId));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static FieldPlace Place(string caseId) => new("report_routes", "route", caseId);
}
