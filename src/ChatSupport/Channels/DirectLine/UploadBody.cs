using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace ChatSupport.Channels.DirectLine;

/// <summary>An upload as it came, held in memory only: nothing that she sends lies in a temporary file.</summary>
/// <param name="Activity">What is said with it; an empty message where nothing is.</param>
/// <param name="Files">The files.</param>
internal sealed record UploadBody(IncomingActivity Activity, IReadOnlyList<SentFile> Files)
{
    /// <summary>The most bytes of a file.</summary>
    public const int LongestFile = 5 * 1024 * 1024;

    /// <summary>The most bytes of all: the file, and what is wrapped around it.</summary>
    public const int Longest = LongestFile + (128 * 1024);

    private const int MostFiles = 5;
    private const int LongestActivity = Door.LongestBody;
    private const string ActivityType = "application/vnd.microsoft.activity";

    /// <summary>Reads the body: a form with an activity and files, or one file.</summary>
    /// <exception cref="BadHttpRequestException">It is too long or broken.</exception>
    /// <exception cref="JsonException">The activity is none.</exception>
    public static async Task<UploadBody> Read(HttpContext call, CancellationToken cancel)
    {
        var type = MediaTypeHeaderValue.TryParse(call.Request.ContentType, out var parsed) ? parsed : null;
        if (type?.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase) is true)
        {
            var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value;
            return boundary is { Length: > 0 and <= 200 } ? await ReadForm(call, boundary, cancel).ConfigureAwait(false) : throw Broken("The form has no boundary.");
        }
        var file = await ReadFile(call.Request.Body, type?.MediaType.Value, cancel).ConfigureAwait(false);
        return new UploadBody(new IncomingActivity { Type = "message" }, [file]);
    }

    private static async Task<UploadBody> ReadForm(HttpContext call, string boundary, CancellationToken cancel)
    {
        var reader = new MultipartReader(boundary, call.Request.Body) { HeadersCountLimit = 8, HeadersLengthLimit = 4096 };
        IncomingActivity? activity = null;
        var files = new List<SentFile>();
        try
        {
            while (await reader.ReadNextSectionAsync(cancel).ConfigureAwait(false) is { } section)
            {
                if (section.ContentType?.StartsWith(ActivityType, StringComparison.OrdinalIgnoreCase) is true)
                    activity = JsonSerializer.Deserialize<IncomingActivity>(await ReadAll(section.Body, LongestActivity, cancel).ConfigureAwait(false), Wire.Options);
                else if (files.Count == MostFiles)
                    throw Broken("An upload may have five files.");
                else
                    files.Add(await ReadFile(section.Body, section.ContentType, cancel).ConfigureAwait(false));
            }
        }
        catch (Exception e) when (e is InvalidDataException or IOException and not BadHttpRequestException)
        {
            throw Broken("The form is broken.");
        }
        return new UploadBody(activity ?? new IncomingActivity { Type = "message" }, files);
    }

    private static async Task<SentFile> ReadFile(Stream body, string? declared, CancellationToken cancel) =>
        new(await ReadAll(body, LongestFile, cancel).ConfigureAwait(false), declared);

    private static async Task<byte[]> ReadAll(Stream body, int most, CancellationToken cancel)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; (read = await body.ReadAsync(buffer, cancel).ConfigureAwait(false)) > 0;)
        {
            if (bytes.Length + read > most)
                throw new BadHttpRequestException("The part is too long.", StatusCodes.Status413PayloadTooLarge);
            bytes.Write(buffer, 0, read);
        }
        return bytes.ToArray();
    }

    private static BadHttpRequestException Broken(string why) => new(why, StatusCodes.Status400BadRequest);
}

/// <summary>A file as it came.</summary>
/// <param name="Bytes">All of it.</param>
/// <param name="Declared">What the client calls its type; null where it says nothing.</param>
internal sealed record SentFile(byte[] Bytes, string? Declared);
