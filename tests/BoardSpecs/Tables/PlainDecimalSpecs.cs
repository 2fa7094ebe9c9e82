using System.Globalization;
using System.Text;
using Evaluator.Challenges.Tables;

namespace Evaluator.BoardSpecs.Tables;

/// <summary>The quick reader of decimals has the runtime's bits, or leaves it to the runtime.</summary>
public class PlainDecimalSpecs
{
    private const int Times = 1_000_000;

    [Fact]
    public void What_programs_write_is_read_to_the_same_bits_and_hardly_ever_left_to_the_runtime()
    {
        Random random = new(16);
        int read = 0;
        for (int time = 0; time < Times; time++)
        {
            double value = (random.NextDouble() - 0.3) * Math.Pow(10, random.Next(-8, 9));
            string text = value.ToString(time % 3 == 0 ? "R" : time % 3 == 1 ? "G17" : "F6", CultureInfo.InvariantCulture);
            read += ReadsAlike(text) ? 1 : 0;
        }
        Assert.InRange(read, 0.99 * Times, Times);
    }

    [Fact]
    public void Any_digits_with_any_exponent_are_read_to_the_same_bits_or_left()
    {
        Random random = new(17);
        int read = 0;
        for (int time = 0; time < Times; time++)
            read += ReadsAlike(AnyDecimal(random)) ? 1 : 0;
        Assert.InRange(read, Times / 4, Times);
    }

    /// <summary>Decimals right in the middle between two doubles, and one unit of their last digit beside it.</summary>
    [Fact]
    public void The_middle_between_two_doubles_is_rounded_as_the_runtime_does()
    {
        Random random = new(18);
        int read = 0;
        for (int time = 0; time < Times / 10; time++)
        {
            ulong middle = ((1UL << 53) | ((ulong)random.NextInt64() & ((1UL << 53) - 1))) * 2 + 1;
            foreach (ulong digits in (ReadOnlySpan<ulong>)[middle - 1, middle, middle + 1])
            {
                string text = digits.ToString(CultureInfo.InvariantCulture);
                read += ReadsAlike(text) ? 1 : 0;
                read += ReadsAlike(text + "e-" + random.Next(0, 30).ToString(CultureInfo.InvariantCulture)) ? 1 : 0;
            }
        }
        Assert.NotEqual(0, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("-.")]
    [InlineData("e5")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData("1e-")]
    [InlineData("1.2.3")]
    [InlineData("1,5")]
    [InlineData("0x10")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("+1")]
    [InlineData("1-")]
    [InlineData("--1")]
    [InlineData("1e5e5")]
    [InlineData("1e999")]
    [InlineData("nan")]
    [InlineData("inf")]
    [InlineData("12345678901234567890")]
    [InlineData("１")]
    public void What_is_stranger_is_left(string text) => Assert.False(PlainDecimal.TryRead(text, out _));

    [Theory]
    [InlineData("0")]
    [InlineData("-0")]
    [InlineData("-0.0")]
    [InlineData("5.")]
    [InlineData(".5")]
    [InlineData("-.5")]
    [InlineData("1e5")]
    [InlineData("1E+05")]
    [InlineData("1e-005")]
    [InlineData("0000000000000000000000000000001")]
    [InlineData("18446744073709551615")]
    [InlineData("9999999999999999999")]
    [InlineData("9007199254740993")]
    public void Corners_are_read_alike(string text) => ReadsAlike(text);

    /// <returns>Whether it was read, and not left.</returns>
    private static bool ReadsAlike(string text)
    {
        if (!PlainDecimal.TryRead(text, out double value))
            return false;
        double expected = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        Assert.True(BitConverter.DoubleToInt64Bits(expected) == BitConverter.DoubleToInt64Bits(value),
            $"{text}: {value:R}, not {expected:R}");
        return true;
    }

    private static string AnyDecimal(Random random)
    {
        StringBuilder text = new(random.Next(2) == 0 ? "-" : "");
        int digits = random.Next(1, 21), point = random.Next(-1, digits);
        for (int digit = 0; digit < digits; digit++)
        {
            text.Append((char)('0' + random.Next(10)));
            if (digit == point)
                text.Append('.');
        }
        if (random.Next(2) == 0)
            text.Append(random.Next(2) == 0 ? 'e' : 'E').Append(((string[])["", "-", "+"])[random.Next(3)]).Append(random.Next(80));
        return text.ToString();
    }
}
