using ChatSupport.Places.Editing;
using ChatSupport.Staff.Roles;
using ChatSupport.Staff.Shell;

namespace ChatSupport.Places.Pages;

/// <summary>The places as files to take along.</summary>
internal static class PlaceTables
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Maps it. Comes after the console.</summary>
    public static void MapPlaceTables(this IEndpointRouteBuilder routes) => routes.MapGet("/console/places/export", Export).RequireAuthorization();

    /// <summary>The address of the file with the entries that fit.</summary>
    public static string Address(PlaceFilter filter, bool isCsv) =>
        $"/console/places/export?words={Uri.EscapeDataString(filter.Words ?? "")}&kind={Uri.EscapeDataString(filter.Kind ?? "")}&status={filter.Status}&due={(filter.IsDue ? "true" : "false")}&csv={(isCsv ? "true" : "false")}";

    private static IResult Export(string? words, string? kind, string? status, bool? due, bool? csv, HttpContext context, PlaceSheets sheets)
    {
        try
        {
            var bytes = sheets.Export(context.User.FindFirst(StaffSignIn.SessionClaim)?.Value, new PlaceFilter(words, kind, status, null, due == true), csv == true);
            return csv == true ? TypedResults.Bytes(bytes, "text/csv; charset=utf-8", "places.csv") : TypedResults.Bytes(bytes, Xlsx, "places.xlsx");
        }
        catch (Exception refused) when (refused is StaffDeniedException or SessionEndedException)
        {
            return TypedResults.Text(refused.Message, statusCode: StatusCodes.Status403Forbidden);
        }
    }
}
