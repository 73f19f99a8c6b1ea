using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ChatSupport.Storage;
using ChatSupport.Storage.Encryption;

namespace ChatSupport.Channels.DirectLine;

/// <summary>What workers sent, sealed in the database, and deleted with its chat.</summary>
internal sealed class Files(StoreWriter writer, StoreReaders readers, FieldCipher cipher, TimeProvider time)
{
    private const int MostInOneChat = 30;

    private const string Count = "SELECT count(*) FROM web_files WHERE conversation = $1";
    private const string Insert = "INSERT OR IGNORE INTO web_files (key, conversation, content_type, at, body) VALUES ($1, $2, $3, $4, $5)";
    private const string Find = "SELECT content_type, body FROM web_files WHERE key = $1 AND conversation = $2";

    /// <summary>Keeps a file. The same again, as its origin tells, changes nothing.</summary>
    /// <returns>False where the chat has as many files as it may have.</returns>
    /// <exception cref="StoreUnavailableException">Nothing was written.</exception>
    public Task<bool> Keep(string conversation, UploadedFile file, byte[] bytes, CancellationToken cancel)
    {
        var (body, at) = (cipher.Seal(bytes, WebFileRow.Place(conversation, file.Key)), time.GetUtcNow().ToUnixTimeMilliseconds());
        return writer.Write(session =>
        {
            if (session[Count].One(conversation) is long count && count >= MostInOneChat)
                return false;
            session[Insert].Run(file.Key, conversation, file.ContentType, at, body);
            return true;
        }, cancel);
    }

    /// <summary>A file; null where it is not there any more.</summary>
    public (string ContentType, byte[] Bytes)? Read(string conversation, string key)
    {
        var found = readers.Read(session => session[Find].All(row => (Type: row.GetString(0), Body: (byte[])row.GetValue(1)), key, conversation));
        return found is [var (type, body)] ? (type, cipher.Open(body, WebFileRow.Place(conversation, key))) : null;
    }

    /// <summary>The key of a file: the same for the same posting of the same chat.</summary>
    public static string KeyOf(string conversation, string origin, int part) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($"{conversation}\n{origin}\n{part}")).AsSpan(0, 18));
}
