using System.Xml.Linq;
using ChatSupport.Storage.Encryption;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace ChatSupport.Staff.Shell;

/// <summary>Seals the keys of the console's cookies, so that who gets the folder alone can sign nobody in.</summary>
internal sealed class CookieKeySeal(FieldCipher cipher) : IXmlEncryptor
{
    private static readonly FieldPlace place = new("console-keys", "key", "");

    public EncryptedXmlInfo Encrypt(XElement plaintextElement) => new(
        new XElement("sealed", Convert.ToBase64String(cipher.Seal(plaintextElement.ToString(), place))), typeof(Opener));

    /// <summary>Opens them again; named in the files.</summary>
    internal sealed class Opener(IServiceProvider services) : IXmlDecryptor
    {
        public XElement Decrypt(XElement encryptedElement) => XElement.Parse(
            services.GetRequiredService<FieldCipher>().OpenText(Convert.FromBase64String(encryptedElement.Value), place));
    }
}
