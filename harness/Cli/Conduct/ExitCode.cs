namespace Evaluator.Cli.Conduct;

/// <summary>What a script can tell from how the program ends; the README has the table.</summary>
internal static class ExitCode
{
    /// <summary>All cases Accepted, or the command did what it says.</summary>
    public const int Good = 0;

    /// <summary>The predictor failed in some case, or was rejected.</summary>
    public const int PredictorFailed = 1;

    /// <summary>Wrong usage or unusable data; nothing ran.</summary>
    public const int Unusable = 2;

    /// <summary>Cases are left without a result: harness faults, Ctrl-C, a full disk.</summary>
    public const int Incomplete = 3;
}
