namespace Evaluator.Board.People;

/// <summary>What a token may be used for. Each of the first three holds the one before it; a worker's token can nothing but work, a
/// monitor's nothing but read /metrics.</summary>
internal static class Scopes
{
    public const string Read = "read";
    public const string Submit = "submit";
    public const string Organise = "organise";
    public const string Work = "work";
    public const string Metrics = "metrics";

    public static bool MaySubmit(string scope) => scope is Submit or Organise;
}
