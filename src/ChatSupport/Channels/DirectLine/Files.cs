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

    private const string HasChat = "SELECT 1 FROM web_conversations WHERE conversation = $1";
    private const string Count = "SELECT count(*) FROM web_files WHERE conversation = $1";
    private const string Insert = "INSERT INTO web_files (key, conversation, content_type, at, body) VALUES ($1, $2, $3, $4, $5)";
    private const string IsThere = "SELECT 1 FROM web_files WHERE key = $1 AND conversation = $2";
    private const string Find = "SELECT content_type, body FROM web_files WHERE key = $1 AND conversation = $2";

    /// <summary>Keeps the files of one upload, all or none. The same again, as its origin tells, changes nothing and is answered as before.</summary>
    /// <param name="conversation">Opaque key of the conversation.</param>
    /// <param name="kept">What they are kept as.</param>
    /// <param name="sent">Their bytes, in the same order.</param>
    /// <param name="coming">The upload.</param>
    /// <param name="cancel">Gives up waiting.</param>
    /// <returns>Why they are not kept; null where they are.</returns>
    /// <exception cref="StoreUnavailableException">Nothing was written.</exception>
    public Task<Refusal?> Keep(
        string conversation, IReadOnlyList<UploadedFile> kept, IReadOnlyList<SentFile> sent, Underway.ComingFiles coming, CancellationToken cancel)
    {
        var at = time.GetUtcNow().ToUnixTimeMilliseconds();
        var sealedFiles = kept.Zip(sent, (file, from) => (File: file, Body: cipher.Seal(from.Bytes, WebFileRow.Place(conversation, file.Key)))).ToList();
        return writer.Write(session =>
        {
            if (coming.AreTooLate || session[HasChat].One(conversation) is null)
                return Refusal.TooLate; // nothing would ever delete the files of a chat that is gone
            var added = sealedFiles.Where(one => session[IsThere].One(one.File.Key, conversation) is null).ToList();
            if (added.Count > 0 && (long)session[Count].One(conversation)! + added.Count > MostInOneChat)
                return Refusal.TooManyFiles;
            foreach (var (file, body) in added)
                session[Insert].Run(file.Key, conversation, file.ContentType, at, body);
            return null;
        }, cancel);
    }

    /// <summary>Keeps what came from another channel; the same again changes nothing.</summary>
    /// <exception cref="StoreUnavailableException">Nothing was written.</exception>
    public Task Put(string conversation, string key, string contentType, byte[] bytes, CancellationToken cancel)
    {
        var at = time.GetUtcNow().ToUnixTimeMilliseconds();
        var body = cipher.Seal(bytes, WebFileRow.Place(conversation, key));
        return writer.Write(session => session[HasChat].One(conversation) is not null && session[IsThere].One(key, conversation) is null
            && session[Insert].Run(key, conversation, contentType, at, body) == 1, cancel);
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
