namespace ChatSupport.Reports.Sealing;

/// <summary>What a sealed file is. Its word stands within the file, so that none can be taken for another.</summary>
internal enum Purpose
{
    /// <summary>One answer to a question of the intake: <c>answer</c>.</summary>
    Answer,

    /// <summary>Who she is and how she can be reached: <c>identity</c>.</summary>
    Identity,

    /// <summary>A voice message, picture or document: <c>attachment</c>.</summary>
    Attachment,

    /// <summary>What a case worker wrote down: <c>note</c>.</summary>
    Note,

    /// <summary>A message between her and a case worker: <c>message</c>.</summary>
    Message,

    /// <summary>The private half of the key of a case: <c>case-key</c>.</summary>
    CaseKey,

    /// <summary>The private half of the key of a conversation: <c>thread-key</c>.</summary>
    ThreadKey,

    /// <summary>A whole case for somebody outside: <c>export</c>.</summary>
    Export,
}
