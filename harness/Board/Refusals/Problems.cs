namespace Evaluator.Board.Refusals;

/// <summary>Refusals as RFC 9457 problems, for programs.</summary>
internal static class Problems
{
    public const string MediaType = "application/problem+json";

    public static IResult Of(Refusal refusal) => Results.Problem(
        detail: refusal.Detail, statusCode: refusal.Status, type: $"urn:evaluator:{refusal.Kind}", title: TitleOf(refusal.Status));

    public static IResult Of<T>(Outcome<T> outcome, Func<T, IResult> answer)
        where T : class => outcome.IsRefused ? Of(outcome.Refusal) : answer(outcome.Value);

    public static string TitleOf(int status) => status switch
    {
        400 => "The request is not what was expected",
        401 => "Sign in, or send a token",
        403 => "Not allowed",
        404 => "There is nothing here",
        405 => "This address does not take that method",
        409 => "It conflicts with what is there",
        413 => "Too large",
        415 => "Not a media type that is taken here",
        429 => "Too many, for now",
        503 => "Not ready",
        _ => "A fault of the board",
    };
}
