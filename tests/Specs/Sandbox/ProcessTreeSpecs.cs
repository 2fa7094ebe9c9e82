using System.Diagnostics;
using Evaluator.Confinement.Workers;

namespace Evaluator.Specs.Sandbox;

/// <summary>Processes end when they like, also while they are looked at.</summary>
public class ProcessTreeSpecs
{
    /// <summary>Of 300 that end at once, some do between the question whether there is one and the list of its threads.</summary>
    [Fact]
    public void A_process_that_ends_while_it_is_looked_at_counts_as_gone()
    {
        int looks = 0;
        for (int run = 0; run < 300; run++)
        {
            using var process = Process.Start("/bin/true");
            for (int number = process.Id; Directory.Exists($"/proc/{number}"); looks++)
            {
                Assert.True(ProcessTree.WaitedForCores([number]) >= TimeSpan.Zero);
                ProcessTree.Collect(number, []);
            }
            Assert.True(process.WaitForExit(TimeSpan.FromMinutes(2)), $"process {process.Id} has not ended");
        }
        Assert.NotEqual(0, looks);
    }
}
