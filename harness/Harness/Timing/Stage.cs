using System.Text.Json.Serialization;

namespace Evaluator.Harness.Timing;

/// <summary>Where the time of a run goes: first what a run does once, then what each case takes, in the order of doing.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Stage>))]
public enum Stage
{
    /// <summary>Looking at all that the run will need, and reading the nine tables.</summary>
    Check,

    /// <summary>Reading the submission; compiling it, where it is a source.</summary>
    Submission,

    /// <summary>Hashing all data that the run reads, for its record.</summary>
    Record,

    /// <summary>Writing the tables file and the submission for the workers.</summary>
    Staging,

    /// <summary>Playing the cases: the stages below, on the lanes.</summary>
    Cases,

    /// <summary>Playing a sample of a fast run's cases again.</summary>
    Again,

    /// <summary>Folding the results into the summary.</summary>
    Summary,

    /// <summary>
    /// A worker from nothing to its hello: control group, process, sandbox, runtime. Beside the lanes: it is made while a case is played.
    /// </summary>
    Start,

    /// <summary>The worker's nine arrays; beside the lanes as well.</summary>
    StaticData,

    /// <summary>Reading the case's locations.</summary>
    Locations,

    /// <summary>Waiting for a worker that is not ready yet.</summary>
    Wait,

    /// <summary>The plugin's loading and its constructor.</summary>
    Load,

    /// <summary>The 16 calls: the predictor's own time, its compilation and the transport of what goes in and out.</summary>
    Calls,

    /// <summary>Reading the months' events and what really happened.</summary>
    Events,

    /// <summary>The worker's end.</summary>
    End,

    /// <summary>Scores.</summary>
    Scoring,

    /// <summary>The case's files, synced to disk.</summary>
    Writing,

    /// <summary>A lane with nothing left to do, while another still plays.</summary>
    Idle,
}
