using ChatSupport.Staff.Accounts;
using ChatSupport.Staff.Audit;
using ChatSupport.Staff.Roles;
using ChatSupport.Staff.Shell;
using ChatSupport.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using MudBlazor.Services;

namespace ChatSupport.Staff;

/// <summary>The door of the feature: accounts, roles, the audit log, and the console that the pages of other features stand in.</summary>
internal static class StaffFeature
{
    /// <summary>Where everything of the console is.</summary>
    private static readonly PathString[] ours = ["/console", "/_blazor", "/_framework"];

    /// <summary>Adds accounts and the audit log, without the console, for commands.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        if (services.Any(service => service.ServiceType == typeof(AccountRows)))
            return services; // the bot and the console both stand on them
        services.AddOptions<StaffOptions>().BindConfiguration(StaffOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddAudit();
        services.AddSingleton<AccountRows>();
        services.AddSingleton<PasskeyRows>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<StaffGuard>();
        services.AddSingleton<NewNames>();
        services.AddSingleton<AccountBook>();
        services.AddSingleton<OwnAccount>();
        services.AddSingleton<AuditBook>();
        services.AddSingleton<PeopleNames>();
        services.TryAddSingleton<SampleData>();
        return services;
    }

    /// <summary>Adds the console.</summary>
    public static IServiceCollection AddConsole(this IServiceCollection services)
    {
        services.AddAccounts();
        services.AddSignIn();
        services.AddScoped<Caller>();
        services.AddScoped<Tongue>();
        services.AddScoped<Downloads>();
        services.AddHttpContextAccessor();
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddMudServices();
        services.AddHostedService<FirstAdministrator>();
        return services;
    }

    /// <summary>Maps the console. Comes after routing.</summary>
    /// <returns>The calls that strangers may make, so that they can be limited; null where there is no console.</returns>
    public static RouteGroupBuilder? MapConsole(this WebApplication app)
    {
        if (!app.Services.GetRequiredService<IOptions<StaffOptions>>().Value.Console)
            return null;
        // Only here: a worker's message passes none of it.
        app.UseWhen(context => ours.Any(path => context.Request.Path.StartsWithSegments(path, StringComparison.Ordinal)), console =>
        {
            console.UseConsoleHeaders();
            console.UseAuthentication();
            console.UseAuthorization();
            console.UseAntiforgery();
        });
        app.MapStaticAssets();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(server => server.ContentSecurityFrameAncestorsPolicy = null).RequireAuthorization();
        return app.MapDoors();
    }

    private static void AddSignIn(this IServiceCollection services)
    {
        services.AddIdentityCore<StaffAccount>(identity => identity.Tokens.AuthenticatorTokenProvider = SigningIn.CodeApp)
            .AddSignInManager()
            .AddTokenProvider<AuthenticatorTokenProvider<StaffAccount>>(SigningIn.CodeApp);
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 210_000);
        services.Configure<IdentityPasskeyOptions>(passkey =>
        {
            passkey.UserVerificationRequirement = "required"; // having the device alone is one factor only
            passkey.ResidentKeyRequirement = "required";
        });
        services.AddScoped<IUserStore<StaffAccount>, AccountStore>();
        services.AddSingleton<IPasswordHasher<StaffAccount>, PasswordHasher<StaffAccount>>();
        services.AddSingleton<Passwords>();
        services.AddScoped<SigningIn>();
        services.AddScoped<Joining>();
        services.AddAuthentication(StaffSignIn.Scheme)
            .AddCookie(StaffSignIn.Scheme, StaffSignIn.Set)
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme, cookie => // holds a passkey's challenge between two calls
            {
                cookie.Cookie.Name = "console-passkey";
                cookie.Cookie.SameSite = SameSiteMode.Strict;
                cookie.ExpireTimeSpan = TimeSpan.FromMinutes(5);
            });
        services.AddAuthorization();
        services.AddCascadingAuthenticationState();
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "console-form";
            antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddSealedKeys();
    }

    /// <summary>The keys that seal cookies lie beside the database, sealed with the field key: a restart signs nobody out.</summary>
    private static void AddSealedKeys(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("ChatSupport");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(management =>
        {
            var folder = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(provider.GetRequiredService<Database>().File)!, "console-keys"));
            management.XmlRepository = new FileSystemXmlRepository(folder, provider.GetRequiredService<ILoggerFactory>());
            management.XmlEncryptor = ActivatorUtilities.CreateInstance<CookieKeySeal>(provider);
        }));
        // It would make a key at every first start; the first who signs in makes it as well.
        foreach (var eager in services.Where(service => service.ImplementationType?.Name == "DataProtectionHostedService").ToList())
            services.Remove(eager);
    }
}
