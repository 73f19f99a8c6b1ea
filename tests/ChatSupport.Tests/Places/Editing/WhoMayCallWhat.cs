using System.Reflection;
using ChatSupport.Places.Editing;
using ChatSupport.Staff.Roles;
using ChatSupport.Tests.Content.Drafts;

namespace ChatSupport.Tests.Places.Editing;

/// <summary>Each call of the directory for each role. A call without a row here fails.</summary>
public sealed class WhoMayCallWhat
{
    private static readonly StaffRole[] everybody = Enum.GetValues<StaffRole>();
    private static readonly StaffRole[] editors = [StaffRole.Editor];
    private static readonly EntryText nobody = new(isHotline: false, "no-such-place");
    private static readonly ImportPlan nothing = new([], [], [], []);

    private static readonly Dictionary<string, (StaffRole[] May, Func<DraftHost, string?, Task> Call)> rows = new()
    {
        ["PlaceDesk.Look"] = (everybody, At((host, session) => Desk(host).Look(session))),
        ["PlaceDesk.Checks"] = (everybody, At((host, session) => Desk(host).Checks(session))),
        ["PlaceDesk.Try"] = (everybody, At((host, session) => Desk(host).Try(session, nobody, nobody))),
        ["PlaceDesk.Save"] = (editors, (host, session) => Desk(host).Save(session, nobody, nobody, default)),
        ["PlaceDesk.Add"] = (editors, (host, session) => Desk(host).Add(session, new EntryText(isHotline: false), default)),
        ["PlaceDesk.Remove"] = (editors, (host, session) => Desk(host).Remove(session, nobody, default)),
        ["PlaceDesk.Check"] = (editors, (host, session) => Desk(host).Check(session, nobody, CheckedBy.Calling, default)),
        ["PlaceSheets.Export"] = (everybody, At((host, session) => host.Get<PlaceSheets>().Export(session, new PlaceFilter(), isCsv: true))),
        ["PlaceSheets.Plan"] = (editors, (host, session) => host.Get<PlaceSheets>().Plan(session, [])),
        ["PlaceSheets.Import"] = (editors, (host, session) => host.Get<PlaceSheets>().Import(session, [], nothing, default)),
    };

    [Fact]
    public void Every_call_that_takes_a_session_is_in_the_table() => Assert.Equal(
        new[] { typeof(PlaceDesk), typeof(PlaceSheets) }
            .SelectMany(type => type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
                .Where(method => method.GetParameters() is [{ Name: "session" }, ..]).Select(method => $"{type.Name}.{method.Name}")).Order(StringComparer.Ordinal),
        rows.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public Task A_role_may_call_what_its_row_says_and_nothing_else() => RoleMatrix.Holds(rows);

    private static PlaceDesk Desk(DraftHost host) => host.Get<PlaceDesk>();

    private static Func<DraftHost, string?, Task> At(Func<DraftHost, string?, object> call) => (host, session) =>
    {
        call(host, session);
        return Task.CompletedTask;
    };
}
