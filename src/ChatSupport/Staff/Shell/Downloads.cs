using Microsoft.JSInterop;

namespace ChatSupport.Staff.Shell;

/// <summary>Gives files to the person's browser to keep.</summary>
internal sealed class Downloads(IJSRuntime browser) : IAsyncDisposable
{
    private IJSObjectReference? script;

    /// <summary>Saves a file.</summary>
    /// <param name="name">Its name with ending.</param>
    /// <param name="type">Its content type.</param>
    /// <param name="bytes">All of it.</param>
    public async Task Save(string name, string type, byte[] bytes)
    {
        script ??= await browser.InvokeAsync<IJSObjectReference>("import", "/console/download.js");
        using var stream = new DotNetStreamReference(new MemoryStream(bytes));
        await script.InvokeVoidAsync("save", name, type, stream);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (script is not null)
                await script.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and what it had loaded with it.
        }
    }
}
