namespace ChatSupport.Staff.Audit;

/// <summary>The door of the audit log.</summary>
internal static class AuditFeature
{
    /// <summary>Adds the log, its check and its export; calling it again changes nothing. The storage must be there.</summary>
    public static IServiceCollection AddAudit(this IServiceCollection services)
    {
        if (services.Any(s => s.ServiceType == typeof(AuditTrail)))
            return services;

        services.AddSingleton<AuditChain>();
        services.AddSingleton<AuditHeadFile>();
        services.AddSingleton<AuditTrail>();
        services.AddSingleton<AuditCheck>();
        return services;
    }
}
