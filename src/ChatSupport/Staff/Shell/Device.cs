namespace ChatSupport.Staff.Shell;

/// <summary>What a browser says of itself, cut down to what helps a person to know her own devices.</summary>
internal static class Device
{
    private static readonly (string Mark, string Name)[] browsers =
        [("Edg/", "Edge"), ("SamsungBrowser", "Samsung"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Mark, string Name)[] systems =
        [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "Mac"), ("Linux", "Linux")];

    /// <summary>Such as "Firefox, Android".</summary>
    public static string Of(string userAgent) => $"{NameIn(userAgent, browsers)}, {NameIn(userAgent, systems)}";

    private static string NameIn(string userAgent, (string Mark, string Name)[] known) =>
        known.FirstOrDefault(one => userAgent.Contains(one.Mark, StringComparison.Ordinal)).Name ?? "unknown";
}
