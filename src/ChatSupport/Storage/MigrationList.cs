namespace ChatSupport.Storage;

/// <summary>The migrations this version knows, oldest first. Written out, so that a start with nothing to migrate need not load the object mapper.</summary>
internal static class MigrationList
{
    public static IReadOnlyList<string> Known { get; } =
    [
        "20261124054027_Conversations",
        "20261124112819_Revisions",
        "20261124115348_WebChats",
        "20261124121500_LinkCodes",
    ];
}
