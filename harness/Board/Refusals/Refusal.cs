namespace Evaluator.Board.Refusals;

/// <summary>Why something that a person or a program asked for was not done: a value, not an error. Nothing was changed and nothing
/// charged.</summary>
/// <param name="Status">The HTTP status that says it.</param>
/// <param name="Kind">A short name for programs, part of the problem's type.</param>
/// <param name="Detail">What was found, what was expected, what to do next; plain text.</param>
internal sealed record Refusal(int Status, string Kind, string Detail)
{
    public static Refusal Invalid(string detail) => new(StatusCodes.Status400BadRequest, "invalid", detail);

    public static Refusal Forbidden(string detail) => new(StatusCodes.Status403Forbidden, "forbidden", detail);

    public static Refusal NotFound(string detail) => new(StatusCodes.Status404NotFound, "not-found", detail);

    public static Refusal Conflict(string detail) => new(StatusCodes.Status409Conflict, "conflict", detail);

    public static Refusal TooLarge(string detail) => new(StatusCodes.Status413PayloadTooLarge, "too-large", detail);

    public static Refusal Quota(string detail) => new(StatusCodes.Status429TooManyRequests, "quota", detail);
}
