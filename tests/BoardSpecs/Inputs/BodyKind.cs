namespace Evaluator.BoardSpecs.Inputs;

/// <summary>How a route takes what it is sent.</summary>
internal enum BodyKind
{
    None,

    /// <summary>The body is a file; its name is in the address.</summary>
    File,

    Json,

    /// <summary>Several parts: a report in JSON, and files with their names.</summary>
    Form,
}
