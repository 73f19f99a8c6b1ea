using System.Security.Cryptography;
using ChatSupport.Reports.Sealing.Age;

namespace ChatSupport.Reports.Sealing;

/// <summary>What is stored of a report: an age file that holds a line with its place, the content, and filling up to a usual size.</summary>
internal static class SealedFile
{
    /// <summary>Seals a text or a key.</summary>
    /// <param name="content">What to seal.</param>
    /// <param name="place">Where it will lie.</param>
    /// <param name="recipients">Who can open it; at least one.</param>
    public static byte[] Seal(ReadOnlySpan<byte> content, SealedPlace place, IReadOnlyCollection<AgeRecipient> recipients)
    {
        var line = place.Line(content.Length);
        var plain = new byte[Padding.Size(line.Length + content.Length)];
        try
        {
            line.CopyTo(plain, 0);
            content.CopyTo(plain.AsSpan(line.Length));
            plain.AsSpan(line.Length + content.Length).Fill(Padding.Filler);
            return AgeFile.Seal(plain, recipients);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    /// <summary>Opens a text or a key. Needs a private key, which the server has none of.</summary>
    /// <param name="file">The file.</param>
    /// <param name="place">Where it lies.</param>
    /// <param name="identities">The keys to try.</param>
    /// <exception cref="CannotBeOpenedException">No key fits, it lies elsewhere than it was sealed for, or it is not as it was sealed.</exception>
    public static byte[] Open(ReadOnlySpan<byte> file, SealedPlace place, params IReadOnlyList<AgeIdentity> identities)
    {
        var plain = AgeFile.Open(file, identities);
        try
        {
            var length = place.Check(plain, out var line);
            if (length > plain.Length - line || plain.Length != Padding.Size(line + length))
                throw new CannotBeOpenedException();
            var content = plain.AsSpan(line, (int)length);
            if (plain.AsSpan(line + content.Length).ContainsAnyExcept(Padding.Filler))
                throw new CannotBeOpenedException();
            return content.ToArray();
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    /// <summary>Seals an attachment as it comes.</summary>
    /// <param name="content">The attachment, from where it stands.</param>
    /// <param name="length">Bytes that it has; they stand before it, so they must be known.</param>
    /// <param name="target">Takes the file; what was written before an error cannot be opened.</param>
    /// <param name="place">Where it will lie.</param>
    /// <param name="recipients">Who can open it; at least one.</param>
    /// <param name="cancel">Ends it half-way.</param>
    /// <exception cref="EndOfStreamException">The attachment has another length.</exception>
    public static async Task Seal(Stream content, long length, Stream target, SealedPlace place, IReadOnlyCollection<AgeRecipient> recipients, CancellationToken cancel)
    {
        var line = place.Line(length);
        using var writer = await AgeWriter.Begin(target, recipients, cancel);
        await writer.Write(line, cancel);
        var buffer = new byte[Payload.Chunk];
        try
        {
            var copied = 0L;
            while (await content.ReadAsync(buffer, cancel) is > 0 and var read)
            {
                copied += read;
                await writer.Write(buffer.AsMemory(0, read), cancel);
            }
            if (copied != length)
                throw new EndOfStreamException("An attachment has not the length that was said.");
            Array.Fill(buffer, Padding.Filler);
            for (var filling = Padding.Size(line.Length + length) - line.Length - length; filling > 0; filling -= Math.Min(filling, buffer.Length))
                await writer.Write(buffer.AsMemory(0, (int)Math.Min(filling, buffer.Length)), cancel);
            await writer.Finish(cancel);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(buffer);
        }
    }

    /// <summary>Opens an attachment as it comes.</summary>
    /// <param name="file">The file.</param>
    /// <param name="target">Takes the attachment; after an error, what it took is thrown away.</param>
    /// <param name="place">Where it lies.</param>
    /// <param name="identities">The keys to try.</param>
    /// <param name="cancel">Ends it half-way.</param>
    /// <exception cref="CannotBeOpenedException">No key fits, it lies elsewhere than it was sealed for, or it is not as it was sealed.</exception>
    public static async Task Open(Stream file, Stream target, SealedPlace place, IReadOnlyList<AgeIdentity> identities, CancellationToken cancel)
    {
        using var reader = await AgeReader.Begin(file, identities, cancel);
        var part = await reader.Next(cancel); // the smallest size is one part, and holds the line
        var left = place.Check(part.Span, out var line);
        var size = Padding.Size(line + left);
        var seen = 0L;
        for (var skip = line; !part.IsEmpty; skip = 0)
        {
            seen += part.Length;
            var content = part[skip..];
            var length = (int)Math.Min(content.Length, left);
            if (seen > size || content.Span[length..].ContainsAnyExcept(Padding.Filler))
                throw new CannotBeOpenedException();
            await target.WriteAsync(content[..length], cancel);
            left -= length;
            part = await reader.Next(cancel);
        }
        if (seen != size || left != 0)
            throw new CannotBeOpenedException();
    }
}
