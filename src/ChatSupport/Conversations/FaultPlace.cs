using System.Diagnostics;

namespace ChatSupport.Conversations;

/// <summary>Where a fault happened, without its message: a message can quote what she wrote.</summary>
internal static class FaultPlace
{
    private const int Deep = 8;

    /// <summary>The innermost methods, nearest first, joined by <c> &lt; </c>.</summary>
    public static string Of(Exception fault)
    {
        var frames = new StackTrace(fault, fNeedFileInfo: true).GetFrames();
        return string.Join(" < ", frames.Take(Deep).Select(frame =>
            $"{frame.GetMethod()?.DeclaringType?.FullName}.{frame.GetMethod()?.Name}:{frame.GetFileLineNumber()}"));
    }
}
