namespace ChatSupport.Escalation.Workers;

/// <summary>What the desk tells a worker's conversation. What is so is looked up; this says only that it is time to look, and what to show.</summary>
internal static class WorkerNews
{
    /// <summary>Somebody took her chat.</summary>
    public const string Joined = "peer-joined";

    /// <summary>Whoever had it let it go; another is asked.</summary>
    public const string HelperLeft = "peer-left";

    /// <summary>It ends unless she says otherwise.</summary>
    public const string Closing = "peer-closing";

    /// <summary>It is over.</summary>
    public const string Closed = "peer-closed";

    /// <summary>She has been quiet: is she still there?</summary>
    public const string CheckIn = "peer-check-in";

    /// <summary>Something waits for her: is it safe to talk now?</summary>
    public const string AskSafe = "peer-ask-safe";

    /// <summary>What she wrote is held because of a number or name in it.</summary>
    public const string Held = "peer-held";

    /// <summary>A supervisor did not let it go on.</summary>
    public const string Refused = "peer-refused";

    /// <summary>What she wrote came when it was just over.</summary>
    public const string TooLate = "peer-too-late";

    /// <summary>She sends where she is: does she mean it?</summary>
    public const string AskSend = "peer-ask-send";
}
