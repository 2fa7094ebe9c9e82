using Evaluator.Confinement;
using Evaluator.Contest;
using Evaluator.Contest.Calls;
using Evaluator.Contest.Cases;
using Evaluator.Contest.Package;
using Evaluator.Contest.Truth;

namespace Evaluator.Harness.Cases;

/// <summary>
/// What the cases of a run are made of: the data package with its event types, the months, and the limits that hold in each. Safe for
/// several lanes at once.
/// </summary>
internal sealed class CaseSource
{
    private readonly DataPackage package;
    private readonly EventTypeTable types;

    /// <exception cref="PackageException">The table of event types can't be used.</exception>
    public CaseSource(DataPackage package, CallingSequence sequence, Limits limits)
    {
        this.package = package;
        types = package.ReadEventTypes();
        Sequence = sequence;
        Limits = limits;
    }

    public CallingSequence Sequence { get; }

    public Limits Limits { get; }

    /// <exception cref="PackageException">The case's files can't be used.</exception>
    public ContestCase Read(string caseId) => package.ReadCase(caseId);

    /// <summary>What a predictor is told of a month.</summary>
    /// <exception cref="PackageException">A file can't be used.</exception>
    public MonthEvents Events(ContestCase contestCase, int month) => package.ReadMonth(contestCase.BlockGroup, month);

    /// <summary>What really happened in a month.</summary>
    /// <exception cref="PackageException">A file can't be used.</exception>
    public MonthTruth Truth(ContestCase contestCase, int month) => package.ReadTruth(contestCase, month, types);

    /// <summary>The same, from events that were read before.</summary>
    public MonthTruth Truth(ContestCase contestCase, int month, MonthEvents told) =>
        package.ReadTruth(contestCase, month, types, told.Emergencies);
}
