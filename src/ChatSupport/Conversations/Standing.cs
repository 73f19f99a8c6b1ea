using System.Security.Cryptography;
using System.Text.Json;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Running;
using ChatSupport.Storage;

namespace ChatSupport.Conversations;

/// <summary>Counts who stands where: how many conversations are on each screen. Nobody learns which.</summary>
internal sealed class Standing(StoreReaders readers, TurnSeals seals)
{
    private const int Batch = 500;
    private const string Some = "SELECT key, state FROM conversations WHERE key > $1 AND state IS NOT NULL ORDER BY key LIMIT $2";

    /// <summary>The number of conversations per screen and place they would go to; behind a decoy the place that she comes back to counts.</summary>
    /// <param name="lands">Where a place would be brought to; null where that is not known.</param>
    /// <param name="cancel">Gives up between two batches.</param>
    /// <exception cref="StoreUnavailableException">The database cannot be read now.</exception>
    public IReadOnlyDictionary<(ScreenId Screen, ScreenId? Lands), int> Count(Func<DialogState, ScreenId?> lands, CancellationToken cancel)
    {
        var counts = new Dictionary<(ScreenId Screen, ScreenId? Lands), int>();
        for (var after = ""; ;)
        {
            cancel.ThrowIfCancellationRequested();
            var some = readers.Read(session => session[Some].All(row => (Key: row.GetString(0), State: (byte[])row.GetValue(1)), after, Batch));
            foreach (var (key, state) in some)
            {
                if (PlaceOf(key, state) is not { } place)
                    continue;
                var stands = (place.Screen, lands(place));
                counts[stands] = counts.GetValueOrDefault(stands) + 1;
            }
            if (some.Count < Batch)
                return counts;
            after = some[^1].Key;
        }
    }

    private DialogState? PlaceOf(string key, byte[] state)
    {
        try
        {
            return seals.OpenState(key, state) is { MovedAway: false } open ? open.Dialog : null; // who moved away counts where she went
        }
        catch (Exception e) when (e is CryptographicException or JsonException)
        {
            return null; // its next turn says that it is damaged
        }
    }
}
