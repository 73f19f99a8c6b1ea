using System.Text;

namespace ChatSupport.BotApi.Faults;

/// <summary>Chance that is a pure function of its arguments, the same on every machine and in every order of calls.</summary>
internal static class Draw
{
    /// <summary>A number from 0 up to, not including, 1.</summary>
    public static double Share(long seed, long a, long b, long c)
    {
        var mixed = Mix(Mix(Mix(Mix((ulong)seed) ^ (ulong)a) ^ (ulong)b) ^ (ulong)c);
        return (mixed >> 11) * (1.0 / (1UL << 53));
    }

    /// <summary>A number for a word.</summary>
    public static long Hash(string word) =>
        (long)Encoding.UTF8.GetBytes(word).Aggregate(14695981039346656037UL, (hash, one) => unchecked((hash ^ one) * 1099511628211UL));

    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value += 0x9E3779B97F4A7C15UL; // splitmix64
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
            return value ^ (value >> 31);
        }
    }
}
