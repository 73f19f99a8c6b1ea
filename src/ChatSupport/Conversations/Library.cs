using ChatSupport.Dialogs.Running;

namespace ChatSupport.Conversations;

/// <summary>The revision that conversations run now. Swapped whole; a turn takes <see cref="Current"/> once and keeps it to its end.</summary>
internal sealed class Library
{
    private volatile Interpreter? current;

    /// <summary>The interpreter of the live revision.</summary>
    /// <exception cref="InvalidOperationException">Read before the first revision was loaded.</exception>
    public Interpreter Current => current ?? throw new InvalidOperationException("No dialog content is loaded yet.");

    /// <summary>Puts a checked revision in place for the next turns.</summary>
    public void Replace(Interpreter interpreter) => current = interpreter;
}
