using ChatSupport.Dialogs.Running;
using ChatSupport.Hosting;
using NetArchTest.Rules;

namespace ChatSupport.Tests.Hosting;

/// <summary>The table of the design: which folder may name which, and where other people's types may stand.</summary>
public sealed class WhoMayNameWhom
{
    private static readonly string[] folders =
        ["Channels", "Conversations", "Content", "Escalation", "Reports", "Savings", "Places", "Programme", "Staff", "Storage", "Hosting"];

    private static readonly string[] databases = ["Microsoft.Data.Sqlite", "SQLitePCL", "Npgsql"];

    [Theory]
    [InlineData("Channels", "Conversations", "Storage")] // the storage for what a channel itself must keep sealed, such as file ids
    [InlineData("Conversations", "Storage")]
    [InlineData("Content", "Conversations", "Storage", "Staff")]
    [InlineData("Escalation", "Conversations", "Storage", "Staff")]
    [InlineData("Places", "Conversations", "Storage", "Staff")]
    [InlineData("Reports", "Conversations", "Storage", "Staff")]
    [InlineData("Savings", "Conversations", "Storage", "Staff")]
    [InlineData("Staff", "Storage")]
    [InlineData("Storage")]
    public void A_folder_names_only_those_below_it(string folder, params string[] allowed) =>
        Assert.Empty(Naming(Product, $"ChatSupport.{folder}", [.. folders.Except([folder, .. allowed]).Select(other => $"ChatSupport.{other}")]));

    [Theory]
    [InlineData("Channels", "Orleans", "Stateless")]
    [InlineData("Conversations", "Telegram", "Microsoft.AspNetCore")]
    [InlineData("Content", "Telegram", "Microsoft.AspNetCore", "Orleans")]
    [InlineData("Places", "Telegram", "Microsoft.AspNetCore", "Orleans")]
    [InlineData("Reports", "Telegram", "Microsoft.AspNetCore", "Orleans")]
    [InlineData("Savings", "Telegram", "Microsoft.AspNetCore", "Orleans")]
    [InlineData("Staff", "Telegram", "Orleans")]
    [InlineData("Storage", "Telegram", "Microsoft.AspNetCore", "Orleans", "Stateless")]
    public void A_folder_keeps_off_what_belongs_elsewhere(string folder, params string[] others) => Assert.Empty(OutsideOfPages(folder, others));

    [Fact]
    public void The_web_console_stands_in_the_staff_folder_and_in_the_pages_of_features_alone()
    {
        string[] console = ["MudBlazor", "Microsoft.AspNetCore.Components", "Microsoft.AspNetCore.Identity"];

        Assert.Empty(folders.Except(["Staff"]).SelectMany(folder => OutsideOfPages(folder, console)));
        Assert.All(console, part => Assert.NotEmpty(Naming(Product, "ChatSupport.Staff", [part])));
        Assert.NotEmpty(Naming(Product, "ChatSupport.Content.Pages", console));
        Assert.NotEmpty(Naming(Product, "ChatSupport.Places.Pages", console));
        Assert.NotEmpty(Naming(Product, "ChatSupport.Escalation.Pages", console));
        Assert.NotEmpty(Naming(Product, "ChatSupport.Savings.Pages", console));
        Assert.NotEmpty(Naming(Product, "ChatSupport.Reports.Pages", console));
    }

    [Fact]
    public void Pages_keep_off_what_their_feature_keeps_off_but_for_the_web() =>
        Assert.Empty(new[] { "Content", "Places", "Escalation", "Reports", "Savings" }.SelectMany(folder => Naming(Product, $"ChatSupport.{folder}.Pages", ["Telegram", "Orleans", "Microsoft.EntityFrameworkCore", .. databases])));

    [Fact]
    public void Only_the_storage_names_a_database()
    {
        Assert.Empty(folders.Except(["Storage"]).SelectMany(folder => Naming(Product, $"ChatSupport.{folder}", databases)));
        Assert.NotEmpty(Naming(Product, "ChatSupport.Storage", databases));
    }

    [Fact]
    public void Telegram_stands_in_its_channel_alone()
    {
        Assert.Empty(folders.Except(["Channels"]).SelectMany(folder => Naming(Product, $"ChatSupport.{folder}", ["Telegram.Bot"])));
        Assert.NotEmpty(Naming(Product, "ChatSupport.Channels", ["Telegram.Bot"]));
    }

    [Fact]
    public void Reports_are_sealed_in_one_folder_alone()
    {
        string[] cryptography = ["NSec", "System.Security.Cryptography"];
        var sealing = Naming(Product, "ChatSupport.Reports.Sealing", cryptography).ToList();

        Assert.Equal(sealing, Naming(Product, "ChatSupport.Reports", cryptography));
        Assert.Equal(["ChatSupport.Storage.Encryption.SlowHash"], folders.Except(["Reports"]).SelectMany(folder => Naming(Product, $"ChatSupport.{folder}", ["NSec"])));
        Assert.NotEmpty(sealing);
        Assert.Empty(Naming(Product, "ChatSupport.Reports.Sealing.Age", ["ChatSupport.Storage", "ChatSupport.Conversations", "ChatSupport.Staff", "Microsoft"]));
    }

    [Fact]
    public void The_dialogs_are_pure()
    {
        var dialogs = Types.InAssembly(typeof(Interpreter).Assembly);

        Assert.Empty(Naming(dialogs, "ChatSupport.Dialogs",
            ["System.Net", "System.IO.File", "System.IO.Directory", "System.Diagnostics.Process", "Microsoft.Extensions.Logging", "Microsoft.Extensions.Hosting", "Microsoft.Extensions.DependencyInjection", "Microsoft.Extensions.Options", "Microsoft.EntityFrameworkCore", "Orleans", "Serilog"]));
        Assert.Equal(["ChatSupport.Dialogs.Running.Liquid.Sandbox"], Naming(dialogs, "ChatSupport.Dialogs", ["System.Threading.Tasks.Task"])); // the template library's own, never waiting
        Assert.DoesNotContain(typeof(Interpreter).Assembly.GetReferencedAssemblies(), reference => reference.Name == "chatsupport");
    }

    [Fact]
    public void Can_be_broken() =>
        Assert.Equal([typeof(Wrong.Channels.TooCurious).FullName!], Naming(Types.InAssembly(typeof(WhoMayNameWhom).Assembly), "ChatSupport.Tests.Hosting.Wrong.Channels", ["ChatSupport.Storage"]));

    private static Types Product => Types.InAssembly(typeof(Serve).Assembly);

    private static IEnumerable<string> OutsideOfPages(string folder, string[] others) =>
        Naming(Product, $"ChatSupport.{folder}", others).Where(type => !type.StartsWith($"ChatSupport.{folder}.Pages.", StringComparison.Ordinal));

    private static IEnumerable<string> Naming(Types types, string folder, string[] others) =>
        types.That().ResideInNamespace(folder).ShouldNot().HaveDependencyOnAny(others).GetResult().FailingTypeNames ?? [];
}
