using Evaluator.Confinement.Workers;

namespace Evaluator.Specs.Sandbox;

/// <summary>What the kernel says of a process holds a name that the process has chosen.</summary>
public class ProcessTextSpecs
{
    [Theory]
    [InlineData("Name:\tRssAnon:x\nUmask:\t0022\nRssAnon:\t    1234 kB\n", 1234)]
    [InlineData("Name:\tRssAnon:0 kB\nRssAnon:\t    1234 kB\n", 1234)]
    [InlineData("Name:\t\rRssAnon:0 kB\nRssAnon:\t    1234 kB\n", 1234)]
    [InlineData("Name:\t\fRssAnon:0 kB\nRssAnon:\t    1234 kB\n", 1234)]
    [InlineData("Name:\t\u2028RssAnon:0 kB\nRssAnon:\t    1234 kB\n", 1234)]
    [InlineData("Name:\tx\\nRssAnon:0 kB\nRssAnon:\t    1234 kB\n", 1234)]
    [InlineData("Name:\tRssAnon:\n", 0)]
    [InlineData("Name:\tx\nRssAnon:\ty kB\n", 0)]
    [InlineData("", 0)]
    public void A_field_stands_at_the_beginning_of_a_line_whatever_the_name_is(string status, long kibibytes) =>
        Assert.Equal(kibibytes, ProcessTree.Kibibytes(status, "RssAnon:"));
}
