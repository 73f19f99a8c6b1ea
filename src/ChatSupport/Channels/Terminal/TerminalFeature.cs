using ChatSupport.Conversations;

namespace ChatSupport.Channels.Terminal;

/// <summary>The door of the channel: a talk in the terminal, for editors and developers.</summary>
internal static class TerminalFeature
{
    /// <summary>Adds it.</summary>
    /// <param name="services">The services.</param>
    /// <param name="view">Where the talk is seen.</param>
    public static IServiceCollection AddTerminal(this IServiceCollection services, ITerminalView view)
    {
        services.AddSingleton(view);
        services.AddSingleton<TerminalOut>();
        services.AddSingleton<IChannelOut>(provider => provider.GetRequiredService<TerminalOut>());
        services.AddSingleton<TerminalTalk>();
        return services;
    }
}
