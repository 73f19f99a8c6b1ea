using System.Reflection;
using ChatSupport.Staff.Roles;
using ChatSupport.Staff.Shell;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;

namespace ChatSupport.Tests.Staff.Shell;

public sealed class EveryPage
{
    private static readonly string[] comeLater = ["/console/content", "/console/publish"]; // with the pages of the content

    private static IEnumerable<Type> Pages => typeof(Menu).Assembly.GetTypes().Where(type => type.IsDefined(typeof(RouteAttribute)));

    public static TheoryData<string> Names => [.. Pages.Select(page => page.FullName!)];

    public static TheoryData<string> Paths => [.. Menu.Entries.Select(entry => entry.Href)];

    [Theory, MemberData(nameof(Names))]
    public void Says_what_it_requires_or_that_it_is_for_strangers(string name)
    {
        var page = typeof(Menu).Assembly.GetType(name)!;

        Assert.True(page.IsDefined(typeof(RequiresAttribute)) ^ page.IsDefined(typeof(BeforeSignInAttribute)), "It must have one of the two.");
        Assert.Equal(page.IsDefined(typeof(BeforeSignInAttribute)), page.IsDefined(typeof(AllowAnonymousAttribute)));
        Assert.Equal(page.IsDefined(typeof(BeforeSignInAttribute)), page.IsDefined(typeof(ExcludeFromInteractiveRoutingAttribute)));
        Assert.All(page.GetCustomAttributes<RouteAttribute>(), route => Assert.StartsWith("/console", route.Template, StringComparison.Ordinal));
    }

    [Fact]
    public void Only_two_are_for_strangers() =>
        Assert.Equal(["Join", "SignIn"], Pages.Where(page => page.IsDefined(typeof(BeforeSignInAttribute))).Select(page => page.Name).Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(Paths))]
    public void Of_the_menu_is_shown_in_it_to_exactly_those_who_may_open_it(string path)
    {
        var page = Pages.SingleOrDefault(one => one.GetCustomAttributes<RouteAttribute>().Any(route => route.Template == path));
        if (page is null)
            Assert.Contains(path, comeLater);
        else
            Assert.Equal(page.GetCustomAttribute<RequiresAttribute>()?.Act, Menu.Entries.Single(entry => entry.Href == path).Act);
    }

    [Fact]
    public void Of_an_account_that_looks_after_people_is_for_administrators_alone() =>
        Assert.Equal([StaffRole.Administrator], RoleTable.MayDo(Pages.Single(page => page.Name == "PeoplePage").GetCustomAttribute<RequiresAttribute>()!.Act));
}
