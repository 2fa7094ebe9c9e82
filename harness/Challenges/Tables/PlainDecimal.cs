using System.Numerics;

namespace Evaluator.Challenges.Tables;

/// <summary>
/// The nearest double to a decimal as programs write it: a sign, up to 19 digits with a point among them, an exponent. What is longer,
/// stranger or too near the middle between two doubles is left to the runtime, whose bits these are (a spec compares millions).
/// </summary>
/// <remarks>
/// Of the time for 80,000 predictions of 17 digits the runtime's <c>double.TryParse</c> took more than half. The digits are a whole number
/// w and the value is w · 10^e (Clinger 1990). Where w and 10^|e| are doubles themselves, one multiplication or division rounds once and is
/// exact. Else 10^e is taken as t · 2^s with t its upper 64 bits, cut off: t · 2^s ≤ 10^e &lt; (t + 1) · 2^s. With w shifted up to its
/// upper bit, the upper half h of the 128 bits of w · t is at most 2 below that of the true product, so the value lies in
/// [h, h + 2) · 2^k, and every value in there is rounded to the same double unless the middle between two doubles is among them.
/// </remarks>
internal static class PlainDecimal
{
    private const int MostDigits = 19, MostTens = 60, ExactTens = 22;

    // What is below the 53 bits of a double in a number of 63 or 64.
    private const int BitsBelow = 11;

    private static readonly double[] Tens = [.. Enumerable.Range(0, ExactTens + 1).Select(e => (double)BigInteger.Pow(10, e))];

    private static readonly (ulong Upper, int Shift)[] Powers =
        [.. Enumerable.Range(-MostTens, 2 * MostTens + 1).Select(Power)];

    /// <returns>False where it is left to the runtime; nothing is said of the text by that.</returns>
    public static bool TryRead(ReadOnlySpan<char> text, out double value)
    {
        value = 0;
        bool isNegative = text.Length > 0 && text[0] == '-';
        if (!Digits(isNegative ? text[1..] : text, out ulong digits, out int tens) || !Nearest(digits, tens, out double size))
            return false;
        value = isNegative ? -size : size;
        return true;
    }

    private static bool Digits(ReadOnlySpan<char> text, out ulong digits, out int tens)
    {
        (digits, tens) = (0, 0);
        int place = 0, count = 0, point = -1;
        for (; place < text.Length; place++)
        {
            uint digit = (uint)(text[place] - '0');
            if (digit <= 9)
                (digits, count) = (digits * 10 + digit, count + (digits + digit == 0 ? 0 : 1));
            else if (text[place] == '.' && point < 0)
                point = place + 1;
            else
                break;
        }
        bool hasDigits = place > (point < 0 ? 0 : 1);
        tens = point < 0 ? 0 : point - place;
        return hasDigits && count <= MostDigits && (place == text.Length || Exponent(text[place..], ref tens));
    }

    /// <summary>Adds <c>e-05</c> and the like to the power of ten.</summary>
    private static bool Exponent(ReadOnlySpan<char> text, ref int tens)
    {
        if ((text[0] | 0x20) != 'e')
            return false;
        int place = text.Length > 1 && text[1] is '-' or '+' ? 2 : 1;
        if (text.Length - place is 0 or > 3)
            return false;
        int exponent = 0;
        foreach (char c in text[place..])
        {
            if (!char.IsAsciiDigit(c))
                return false;
            exponent = exponent * 10 + (c - '0');
        }
        tens += text[1] == '-' ? -exponent : exponent;
        return true;
    }

    private static bool Nearest(ulong digits, int tens, out double value)
    {
        value = digits;
        if (digits == 0)
            return true;
        if (digits <= 1UL << 53 && Math.Abs(tens) <= ExactTens)
        {
            value = tens < 0 ? value / Tens[-tens] : value * Tens[tens];
            return true;
        }
        if (Math.Abs(tens) > MostTens)
            return false;
        (ulong power, int shift) = Powers[tens + MostTens];
        int up = BitOperations.LeadingZeroCount(digits);
        ulong upper = Math.BigMul(digits << up, power, out _);
        int spare = upper >> 63 == 1 ? BitsBelow : BitsBelow - 1;
        ulong below = upper & ((1UL << spare) - 1), middle = 1UL << (spare - 1);
        if (below >= middle - 2 && below <= middle)
            return false;
        ulong rounded = (upper >> spare) + (below > middle ? 1UL : 0);
        // The upper one of its 53 bits is not stored; added, it makes the exponent one more, and so does 2^53, which it may be rounded to.
        int exponent = spare + 64 + shift - up;
        value = BitConverter.UInt64BitsToDouble(((ulong)(exponent + 1074) << 52) + rounded);
        return true;
    }

    /// <summary>10^e as its upper 64 bits, cut off, and what they are to be shifted by.</summary>
    private static (ulong Upper, int Shift) Power(int e)
    {
        // With 512 bits behind the point, what 1 / 10^60 loses is far below its upper 64 bits.
        const int Behind = 512;
        BigInteger power = e < 0 ? (BigInteger.One << Behind) / BigInteger.Pow(10, -e) : BigInteger.Pow(10, e) << Behind;
        int shift = (int)power.GetBitLength() - 64;
        return ((ulong)(power >> shift), shift - Behind);
    }
}
