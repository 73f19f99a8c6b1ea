using System.Xml;

namespace ChatSupport.Staff.Sheets;

/// <summary>Why a file is no spreadsheet that can be read.</summary>
internal enum XlsxFault
{
    None,

    /// <summary>A spreadsheet in the old format of Excel, or one with a password.</summary>
    OldFormat,

    /// <summary>Something else.</summary>
    NoSpreadsheet,

    /// <summary>It unpacks to more than any honest spreadsheet.</summary>
    TooLarge,

    /// <summary>It is broken, or holds what no table needs.</summary>
    Damaged,
}

/// <summary>A spreadsheet that somebody brought, opened with care.</summary>
internal sealed class XlsxBook
{
    private static readonly byte[] oldOffice = [0xD0, 0xCF, 0x11, 0xE0];

    private readonly XlsxCells cells;

    private XlsxBook(XlsxCells cells, IReadOnlyList<(string Name, byte[] Part)> sheets) => (this.cells, Sheets) = (cells, sheets);

    /// <summary>The sheets by name, in order.</summary>
    public IReadOnlyList<(string Name, byte[] Part)> Sheets { get; }

    /// <summary>Opens a file whose ending says that it is a spreadsheet; null where it is none.</summary>
    /// <param name="bytes">All of it.</param>
    /// <param name="fault">Why it is none.</param>
    /// <exception cref="InvalidDataException">It is no archive, or damaged.</exception>
    /// <exception cref="XmlException">A part of it cannot be read.</exception>
    public static XlsxBook? Open(byte[] bytes, out XlsxFault fault)
    {
        fault = bytes.AsSpan().StartsWith(oldOffice) ? XlsxFault.OldFormat : bytes is [(byte)'P', (byte)'K', ..] ? XlsxFault.None : XlsxFault.NoSpreadsheet;
        if (fault != XlsxFault.None)
            return null;
        if (SafeZip.Unpack(bytes) is not { } unpacked)
        {
            fault = XlsxFault.TooLarge;
            return null;
        }

        var parts = new XlsxParts(unpacked);
        if (parts.Workbook is not { } workbook)
        {
            fault = XlsxFault.NoSpreadsheet;
            return null;
        }

        var shared = parts.Shared(workbook) is { } part ? XlsxCells.Shared(part) : [];
        if (shared is not null)
            return new XlsxBook(new XlsxCells(shared), parts.Sheets(workbook));
        fault = XlsxFault.TooLarge;
        return null;
    }

    /// <summary>The rows of a sheet, at most so many; null where the file cannot be read to its end, which <paramref name="fault"/> says.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="name">The sheet; the first where none has this name.</param>
    /// <param name="most">The most rows that are read.</param>
    /// <param name="fault">Why there are none.</param>
    public static IReadOnlyList<(int Row, IReadOnlyDictionary<int, XlsxCell> Cells)>? Read(byte[] bytes, string name, int most, out XlsxFault fault)
    {
        try
        {
            if (Open(bytes, out fault) is not { } book)
                return null;
            var sheet = book.Sheets.FirstOrDefault(one => one.Name == name);
            if (sheet.Part is null && book.Sheets.Count > 0)
                sheet = book.Sheets[0];
            return sheet.Part is null ? [] : [.. book.Rows(sheet.Part).Take(most)];
        }
        catch (Exception broken) when (broken is XmlException or InvalidDataException or EndOfStreamException or NotSupportedException)
        {
            fault = XlsxFault.Damaged;
            return null;
        }
    }

    /// <summary>The rows of a sheet that hold anything: the number of each, and its cells by column from 0.</summary>
    public IEnumerable<(int Row, IReadOnlyDictionary<int, XlsxCell> Cells)> Rows(byte[] part) => cells.Rows(part);
}
