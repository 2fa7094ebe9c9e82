using System.Globalization;
using System.Text;
using CsCheck;
using Evaluator.Contest.Lines;

namespace Evaluator.Specs.Contest;

public class EventDateSpecs
{
    [Theory]
    [InlineData("2011-09-05")]
    [InlineData("2011-09-05 13:00")]
    [InlineData("2011-09-05 13:00:00")]
    [InlineData("2011-09-05T13:00:00.000")]
    [InlineData(" 2011-09-05 ")]
    [InlineData("9/5/2011")]
    [InlineData("09/05/2011")]
    [InlineData("9/5/2011 13:00")]
    [InlineData("9/5/2011 0:00:59")]
    [InlineData("9/5/2011 1:00:00 PM")]
    [InlineData("9/5/2011 12:59am")]
    public void The_fifth_of_September_is_read(string text)
    {
        Assert.True(EventDate.TryRead(Encoding.UTF8.GetBytes(text), out DateOnly date));
        Assert.Equal(new DateOnly(2011, 9, 5), date);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("unknown")]
    [InlineData("9/5/11")]
    [InlineData("11-09-05")]
    [InlineData("9-5-2011")]
    [InlineData("5.9.2011")]
    [InlineData("2011/09/05")]
    [InlineData("2011-9-5")]
    [InlineData("20110905")]
    [InlineData("2011-09")]
    [InlineData("2011-09-31")]
    [InlineData("2011-02-29")]
    [InlineData("2011-13-01")]
    [InlineData("2011-00-10")]
    [InlineData("2011-09-00")]
    [InlineData("13/5/2011")]
    [InlineData("0000-01-01")]
    [InlineData("9/5/20111")]
    [InlineData("009/5/2011")]
    [InlineData("-9/5/2011")]
    [InlineData("2011-09-05x")]
    [InlineData("2011-09-05 soon")]
    [InlineData("2011-09-05 13")]
    [InlineData("2011-09-05 24:00")]
    [InlineData("2011-09-05 13:60")]
    [InlineData("2011-09-05 13:00:60")]
    [InlineData("2011-09-05 13:00 PM")]
    [InlineData("2011-09-05 0:30 AM")]
    [InlineData("2011-09-05 13:00:00+15")]
    [InlineData("2011-09-05 13:00:00-04:60")]
    [InlineData("2011-09-05 13:00:00+")]
    [InlineData("2011-09-05Z")]
    [InlineData("2011-09-05 2011-09-06")]
    public void Anything_else_is_unreadable(string text) => Assert.False(EventDate.TryRead(Encoding.UTF8.GetBytes(text), out _));

    [Fact]
    public void Every_day_reads_back_in_every_form() =>
        Gen.Select(Gen.Int[1, 3_000_000], Gen.Int[0, 86_399]).Sample((day, second) =>
        {
            DateTime moment = DateTime.MinValue.AddDays(day).AddSeconds(second);
            string[] forms =
                ["yyyy-MM-dd", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "M/d/yyyy", "MM/dd/yyyy HH:mm", "M/d/yyyy h:mm:ss tt"];
            return forms.Select(form => Encoding.UTF8.GetBytes(moment.ToString(form, CultureInfo.InvariantCulture)))
                .All(text => EventDate.TryRead(text, out DateOnly date) && date == DateOnly.FromDateTime(moment));
        }, iter: 2_000, threads: 1);

    [Fact]
    public void No_bytes_crash_it() => Gen.Byte.Array[0, 30].Sample(bytes => { EventDate.TryRead(bytes, out _); }, iter: 5_000, threads: 1);
}
