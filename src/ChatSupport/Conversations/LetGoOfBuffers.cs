namespace ChatSupport.Conversations;

/// <summary>A channel lets go of the buffers that messages went out through, as far as it can without losing anything.</summary>
internal delegate void LetGoOfBuffers();
