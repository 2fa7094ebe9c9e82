using Evaluator.Confinement;
using Evaluator.Confinement.Languages;
using Evaluator.Confinement.Sandbox;
using Evaluator.Confinement.Submissions;

namespace Evaluator.Specs.Languages;

/// <summary>Hands submissions in, under the best sandbox that this machine has.</summary>
internal static class Desk
{
    private static readonly Lazy<SandboxMeans> Means = new(() => SandboxMeans.Detect());

    public static bool HasWalls => Means.Value.Level >= 2;

    public static Workshop Workshop(Limits? limits = null, int level = SandboxMeans.Best) =>
        new(level == SandboxMeans.Best ? Means.Value : SandboxMeans.Detect(level), limits
            ?? Evaluator.Confinement.Languages.Workshop.Official, TestContext.Current.CancellationToken);

    public static Submission Accept(string path, Language? said = null)
    {
        Submission? submission = Submission.Open(path, said, Workshop(), out string? rejection);
        Assert.True(submission is not null, rejection);
        return submission;
    }

    public static string Rejection(string path, Language? said = null, Limits? limits = null)
    {
        Submission? submission = Submission.Open(path, said, Workshop(limits), out string? rejection);
        Assert.Null(submission);
        return rejection!;
    }
}
