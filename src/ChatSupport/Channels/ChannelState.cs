namespace ChatSupport.Channels;

/// <summary>What a channel says of itself at the start, one line: whether it is on, where to chat, or how to turn it on. Holds no secret.
/// Each channel registers one: <c>services.AddSingleton(provider => new ChannelState("Telegram", …))</c>.</summary>
/// <param name="Channel">Its name as people know it.</param>
/// <param name="Line">The rest of the line.</param>
internal sealed record ChannelState(string Channel, string Line);
