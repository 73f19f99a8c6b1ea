using ChatSupport.Storage;
using Microsoft.Extensions.Options;

namespace ChatSupport.Channels.DirectLine;

/// <summary>The room on the disk that files may not fill: her words still need it when it is scarce.</summary>
internal sealed class SpareDisk(Database database, IOptions<DirectLineOptions> options, ILogger<SpareDisk> log)
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>There is room for files.</summary>
    public bool HasRoom()
    {
        try
        {
            var free = new DriveInfo(Path.GetDirectoryName(database.File)!).AvailableFreeSpace / Megabyte;
            if (free >= options.Value.SpareDisk)
                return true;
            log.DiskNearlyFull(free, options.Value.SpareDisk);
            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return true; // nobody knows; the database itself says what it cannot write
        }
    }
}
