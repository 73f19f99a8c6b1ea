using ChatSupport.Staff.Roles;
using MudBlazor;

namespace ChatSupport.Staff.Shell;

/// <summary>The pages that the menu leads to. Each is shown to who may open it.</summary>
internal static class Menu
{
    /// <param name="Title">In English; translated where it is shown.</param>
    /// <param name="Href">Path.</param>
    /// <param name="Icon">A picture of the icon set.</param>
    /// <param name="Act">What its page requires.</param>
    internal sealed record Entry(string Title, string Href, string Icon, StaffAct Act);

    public static IReadOnlyList<Entry> Entries { get; } =
    [
        new("Home", "/console", Icons.Material.Filled.Home, StaffAct.UseConsole),
        new("Content", "/console/content", Icons.Material.Filled.Chat, StaffAct.SeeContent),
        new("Graph", "/console/graph", Icons.Material.Filled.AccountTree, StaffAct.SeeContent),
        new("Directory", "/console/places", Icons.Material.Filled.Place, StaffAct.SeeContent),
        new("Translations", "/console/translations", Icons.Material.Filled.Translate, StaffAct.SeeContent),
        new("Review", "/console/review", Icons.Material.Filled.FactCheck, StaffAct.SeeContent),
        new("Insight", "/console/insight", Icons.Material.Filled.Insights, StaffAct.SeeInsight),
        new("Publish", "/console/publish", Icons.Material.Filled.Publish, StaffAct.SeeContent),
        new("Desk", "/console/desk", Icons.Material.Filled.SupportAgent, StaffAct.RunDesk),
        new("Figures of the desk", "/console/desk/figures", Icons.Material.Filled.QueryStats, StaffAct.SeeDeskFigures),
        new("Risk words", "/console/desk/words", Icons.Material.Filled.Warning, StaffAct.SeeRiskWords),
        new("Reports", "/console/reports", Icons.Material.Filled.Lock, StaffAct.WorkCases),
        new("Figures of reports", "/console/reports/figures", Icons.Material.Filled.StackedBarChart, StaffAct.SeeCaseFigures),
        new("Savings", "/console/savings", Icons.Material.Filled.Savings, StaffAct.RunSavings),
        new("Figures of the savings", "/console/savings/figures", Icons.Material.Filled.StackedBarChart, StaffAct.SeeSavingsFigures),
        new("People", "/console/people", Icons.Material.Filled.People, StaffAct.ManagePeople),
        new("Audit log", "/console/audit", Icons.Material.Filled.ReceiptLong, StaffAct.ReadAudit),
        new("Your account", "/console/account", Icons.Material.Filled.Key, StaffAct.UseConsole),
    ];
}
