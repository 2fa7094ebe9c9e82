using Evaluator.Contest.Lines;

namespace Evaluator.Contest.Package;

/// <summary>The four event files of one block group and month, headers included; a file that is not there is empty.</summary>
public sealed record MonthEvents(TextLines Crms, TextLines Violations, TextLines Permits, TextLines Emergencies) : IDisposable
{
    public void Dispose()
    {
        Crms.Dispose();
        Violations.Dispose();
        Permits.Dispose();
        Emergencies.Dispose();
    }
}
