namespace ChatSupport.Reports.Pages;

/// <summary>The script that opens and seals reports in the browser. It is bundled when the program is built, which needs npm.</summary>
internal sealed class ReportScript(IWebHostEnvironment host)
{
    public const string Address = "/console/reports/reports.js";

    /// <summary>It was built.</summary>
    public bool IsHere => host.WebRootFileProvider.GetFileInfo(Address).Exists;
}
