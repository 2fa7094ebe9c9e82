namespace Evaluator.City.Randomness;

/// <summary>
/// Exponential and logarithm from + - * / alone. <see cref="Math.Exp"/> and <see cref="Math.Log(double)"/> call the C runtime, whose last
/// bit
/// differs between platforms; one bit is enough to turn a draw and, from there, every byte of the city.
/// Relative error below 1e-15 over the range the model uses (tested against <see cref="Math"/>).
/// </summary>
public static class PortableMath
{
    private const double LogOf2High = 6.93147180369123816490e-01; // the upper 32 bits of ln 2: k * LogOf2High is exact
    private const double LogOf2Low = 1.90821492927058770002e-10;

    /// <summary>e to the power <paramref name="x"/>, for |x| up to 700.</summary>
    public static double Exp(double x)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Abs(x), 700);
        double k = Math.Floor(x * 1.44269504088896338700 + 0.5);
        double r = (x - k * LogOf2High) - k * LogOf2Low;
        double sum = 1.0;
        for (int n = 14; n >= 1; n--)
            sum = 1.0 + r / n * sum; // Taylor by Horner; |r| <= ln 2 / 2
        return sum * BitConverter.Int64BitsToDouble(((long)k + 1023) << 52);
    }

    /// <summary>Natural logarithm of a positive normal number.</summary>
    public static double Log(double x)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(x);
        long bits = BitConverter.DoubleToInt64Bits(x);
        int exponent = (int)(bits >> 52) - 1023;
        double mantissa = BitConverter.Int64BitsToDouble((bits & 0xFFFFFFFFFFFFF) | 0x3FF0000000000000);
        if (mantissa > 1.4142135623730951)
        {
            mantissa /= 2;
            exponent++;
        }
        double s = (mantissa - 1) / (mantissa + 1);
        double square = s * s;
        double sum = 0.0;
        for (int n = 23; n >= 1; n -= 2)
            sum = sum * square + 1.0 / n; // ln m = 2 artanh(s); |s| <= 0.172
        return 2 * s * sum + exponent * LogOf2Low + exponent * LogOf2High;
    }
}
