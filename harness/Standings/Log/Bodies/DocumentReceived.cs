using Evaluator.Standings.Sealing;

namespace Evaluator.Standings.Log.Bodies;

/// <summary>
/// A team handed in one of the documents that the rules ask winners for, in time. A later one of the same kind takes its place.
/// </summary>
/// <param name="Content">What was handed in.</param>
public sealed record DocumentReceived(
    string Document, string Team, string Phase, DocumentKind Kind, Digest Content, long Bytes) : EntryBody;
