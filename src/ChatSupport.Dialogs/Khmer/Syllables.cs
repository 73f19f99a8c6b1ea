using System.Buffers;

namespace ChatSupport.Dialogs.Khmer;

/// <summary>Finds and orders the runs of a base with its signs.</summary>
internal static class Syllables
{
    /// <summary>Start of the first run that may be out of order, or -1. A false alarm is possible, a miss is not.</summary>
    public static int FirstDisorder(ReadOnlySpan<char> text)
    {
        var start = 0;
        var last = Sign.Other;
        var afterCoeng = false;
        var subscriptRo = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var sign = Signs.Of(c);
            if (sign == Sign.Base)
            {
                if (afterCoeng)
                {
                    subscriptRo |= c == Signs.Ro;
                }
                else
                {
                    start = i;
                    last = Sign.Base;
                    subscriptRo = false;
                }

                afterCoeng = false;
            }
            else if (sign == Sign.Other)
            {
                if (afterCoeng && last != Sign.Other)
                    return start;
                last = Sign.Other;
                afterCoeng = false;
            }
            else if (sign != Sign.Invisible && !(sign == Sign.NonJoiner && afterCoeng))
            {
                if (last != Sign.Other)
                {
                    if (sign < last || (afterCoeng && sign != Sign.Coeng) || (sign == Sign.Coeng && subscriptRo))
                        return start;
                    last = sign;
                }

                afterCoeng = sign == Sign.Coeng;
            }
        }

        return afterCoeng && last != Sign.Other ? start : -1;
    }

    /// <summary>Orders every run from <paramref name="from"/> on, in place.</summary>
    public static void Arrange(Span<char> text, int from)
    {
        for (var i = from; i < text.Length;)
        {
            var length = RunLength(text[i..]);
            if (length > 2 && Signs.Of(text[i]) == Sign.Base && FirstDisorder(text.Slice(i, length)) >= 0)
                Sort(text.Slice(i, length));
            i += length;
        }
    }

    /// <summary>How many characters of the text belong to its first run: a base with all its signs, or one other character with a
    /// subscript that hangs on nothing. Zero-width characters at the end of a run are left out.</summary>
    public static int RunLength(ReadOnlySpan<char> text)
    {
        var first = Signs.Of(text[0]);
        var afterCoeng = first == Sign.Coeng;
        if (first != Sign.Base && !afterCoeng)
            return 1;

        var length = 1;
        for (var i = 1; i < text.Length; i++)
        {
            var sign = Signs.Of(text[i]);
            if (sign is Sign.Invisible or Sign.NonJoiner)
                continue; // counted only if something of the run follows

            if (sign == Sign.Other || (sign == Sign.Base && !afterCoeng) || (first == Sign.Coeng && sign != Sign.Base && sign != Sign.Coeng))
                break;
            afterCoeng = sign == Sign.Coeng;
            length = i + 1;
        }

        return length;
    }

    /// <summary>Stable: one pass per sign, so a hostile run of a million signs takes no longer per sign than a short one.</summary>
    private static void Sort(Span<char> run)
    {
        var chars = ArrayPool<char>.Shared.Rent(run.Length);
        var signs = ArrayPool<Sign>.Shared.Rent(run.Length);
        var to = 0;
        Classify(run, signs);
        for (var sign = Sign.Base; sign <= Sign.Final; sign++)
        {
            var begin = to;
            for (var i = 0; i < run.Length; i++)
            {
                if (signs[i] == sign)
                    chars[to++] = run[i];
            }

            if (sign == Sign.Coeng)
                PutRoLast(chars.AsSpan(begin, to - begin));
        }

        chars.AsSpan(0, to).CopyTo(run);
        ArrayPool<char>.Shared.Return(chars, clearArray: true);
        ArrayPool<Sign>.Shared.Return(signs);
    }

    /// <summary>A coeng with no letter under it stays right behind the base: anywhere else it could take the next syllable's letter.</summary>
    private static void Classify(ReadOnlySpan<char> run, Sign[] signs)
    {
        var coeng = -1; // where the coengs began whose letter is still to come
        for (var i = 0; i < run.Length; i++)
        {
            var sign = Signs.Of(run[i]);
            if (sign == Sign.Invisible || (sign == Sign.NonJoiner && coeng >= 0))
            {
                signs[i] = signs[i - 1]; // a run begins with a base, so there is one before
                continue;
            }

            if (coeng >= 0 && sign is not (Sign.Base or Sign.Coeng))
                signs.AsSpan(coeng, i - coeng).Fill(Sign.Base);
            signs[i] = sign == Sign.Base && coeng >= 0 ? Sign.Coeng : sign;
            coeng = sign != Sign.Coeng ? -1 : coeng >= 0 ? coeng : i;
        }

        if (coeng >= 0)
            signs.AsSpan(coeng, run.Length - coeng).Fill(Sign.Base);
    }

    /// <summary>Moves every subscript RO behind the others.</summary>
    private static void PutRoLast(Span<char> all)
    {
        var copy = ArrayPool<char>.Shared.Rent(all.Length);
        all.CopyTo(copy);
        var to = 0;
        foreach (var ro in (ReadOnlySpan<bool>)[false, true])
        {
            for (int i = 0, length; i < all.Length; i += length)
            {
                var unit = copy.AsSpan(i, all.Length - i);
                length = SubscriptLength(unit);
                if (unit[..length].Contains(Signs.Ro) != ro)
                    continue;
                unit[..length].CopyTo(all[to..]);
                to += length;
            }
        }

        ArrayPool<char>.Shared.Return(copy, clearArray: true);
    }

    /// <summary>Length of the first subscript: coengs, a consonant, and what takes no room behind it.</summary>
    private static int SubscriptLength(ReadOnlySpan<char> text)
    {
        var i = 0;
        while (i < text.Length && Signs.Of(text[i]) != Sign.Base)
            i++;
        if (i < text.Length)
            i++;
        while (i < text.Length && Signs.IsInvisible(text[i]))
            i++;
        return i;
    }
}
