namespace ChatSupport.Storage;

/// <summary>The migrations this version knows, oldest first. Written out with their statements, so that a start need not load the object mapper, which takes a second.</summary>
internal static class MigrationList
{
    public static IReadOnlyList<string> Known { get; } =
    [
        "20261124054027_Conversations",
        "20261124112819_Revisions",
        "20261124115348_WebChats",
        "20261124121500_LinkCodes",
        "20261126150541_Audit",
        "20261126151223_Staff",
        "20261126160300_DraftAuthors",
        "20261126195829_ContentDesk",
        "20261126224034_Desk",
        "20261127024712_Referrals",
        "20261127064543_Savings",
        "20261127101500_DeskFiles",
        "20261127160000_Reports",
        "20261127161000_SavingsSeats",
        "20261127162000_SavingsMeetings",
        "20261127163000_SavingsOffice",
        "20261127170000_CaseWork",
        "20261127181000_CaseTasks",
        "20261127183000_SavingsOfficeOne",
        "20261127184000_SavingsMended",
    ];

    /// <summary>The statements of a migration, as <c>dotnet ef migrations script BEFORE NAME --no-transactions</c> writes them into <c>Migrations/NAME.sql</c>.</summary>
    /// <param name="name">One of <see cref="Known"/>.</param>
    public static string Script(string name)
    {
        using var stream = typeof(MigrationList).Assembly.GetManifestResourceStream($"{name}.sql")
            ?? throw new InvalidOperationException($"Storage/Migrations/{name}.sql is missing.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
