namespace ChatSupport.Channels.DirectLine;

/// <summary>Files that are on their way in. One that was begun before its chat was emptied comes too late: she left, and it must not be kept after all.</summary>
internal sealed class Underway
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, List<ComingFiles>> coming = new(StringComparer.Ordinal);

    /// <summary>How many uploads of a conversation are on their way.</summary>
    public int Count(string key)
    {
        lock (gate)
            return coming.GetValueOrDefault(key)?.Count ?? 0;
    }

    /// <summary>Files of a conversation begin to come; disposed when they were taken or refused.</summary>
    public ComingFiles Begin(string key)
    {
        var files = new ComingFiles(this, key);
        lock (gate)
        {
            if (!coming.TryGetValue(key, out var all))
                coming.Add(key, all = []);
            all.Add(files);
        }
        return files;
    }

    /// <summary>The chat is emptied. Called while the database writes that, so that each write before it is emptied with the rest, and each after it is refused.</summary>
    public void Overtake(string key)
    {
        lock (gate)
        {
            foreach (var files in coming.GetValueOrDefault(key, []))
                files.AreTooLate = true;
        }
    }

    private void End(ComingFiles files)
    {
        lock (gate)
        {
            if (coming.TryGetValue(files.Key, out var all) && all.Remove(files) && all.Count == 0)
                coming.Remove(files.Key);
        }
    }

    /// <summary>Files of one upload.</summary>
    internal sealed class ComingFiles(Underway underway, string key) : IDisposable
    {
        private volatile bool areTooLate;

        /// <summary>The conversation.</summary>
        public string Key => key;

        /// <summary>The chat was emptied since they began to come.</summary>
        public bool AreTooLate
        {
            get => areTooLate;
            set => areTooLate = value;
        }

        public void Dispose() => underway.End(this);
    }
}
