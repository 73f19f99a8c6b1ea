using System.Collections.Immutable;

namespace ChatSupport.Conversations;

/// <summary>A conversation as it lies on disk.</summary>
/// <param name="State">The state after its last turn.</param>
/// <param name="Recent">The ids of its latest inbound events, newest first: one of these again is a repeat. Older repeats are found at the commit.</param>
internal sealed record StoredConversation(ConversationState State, ImmutableArray<string> Recent);
