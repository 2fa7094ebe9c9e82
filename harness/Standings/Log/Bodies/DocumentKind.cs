namespace Evaluator.Standings.Log.Bodies;

/// <summary>What winners explain of their work.</summary>
public enum DocumentKind
{
    /// <summary>How the parameters were derived.</summary>
    Derivation,

    /// <summary>The licences of the code that is included.</summary>
    Licences,
}
