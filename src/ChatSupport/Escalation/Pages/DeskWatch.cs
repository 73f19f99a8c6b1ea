using ChatSupport.Escalation.Desk;
using ChatSupport.Staff.Roles;
using ChatSupport.Storage;

namespace ChatSupport.Escalation.Pages;

/// <summary>Keeps a page of the desk as the desk is: it looks again at every change, and lets its clocks go on every few seconds.</summary>
internal sealed class DeskWatch : IDisposable
{
    private static readonly TimeSpan tick = TimeSpan.FromSeconds(3);

    private readonly DeskBell bell;
    private readonly Func<Func<Task>, Task> onPage;
    private readonly Func<Task> look;
    private readonly Action draw;
    private readonly ITimer timer;
    private int isAsked;

    /// <param name="bell">Tells of changes.</param>
    /// <param name="time">The clock.</param>
    /// <param name="onPage">Runs something where the page runs.</param>
    /// <param name="look">Looks again.</param>
    /// <param name="draw">Draws the page.</param>
    public DeskWatch(DeskBell bell, TimeProvider time, Func<Func<Task>, Task> onPage, Func<Task> look, Action draw)
    {
        (this.bell, this.onPage, this.look, this.draw) = (bell, onPage, look, draw);
        bell.Changed += Ask;
        timer = time.CreateTimer(_ => Ask(), null, tick, tick);
    }

    public void Dispose()
    {
        bell.Changed -= Ask;
        timer.Dispose();
    }

    /// <summary>However much happens, one look waits at a time.</summary>
    private void Ask()
    {
        if (Interlocked.Exchange(ref isAsked, 1) == 0)
            _ = onPage(Look);
    }

    private async Task Look()
    {
        Volatile.Write(ref isAsked, 0);
        try
        {
            await look();
            draw();
        }
        catch (Exception trouble) when (trouble is StoreUnavailableException or SessionEndedException or StaffDeniedException or ObjectDisposedException)
        {
            // The next look is in a moment; a page of an ended session goes away by itself.
        }
    }
}
