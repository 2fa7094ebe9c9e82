using Evaluator.Cli.Boards;
using Evaluator.Cli.Conduct;

namespace Evaluator.Cli.Commands;

/// <summary>Hands in a commit of a registered repository: the board fetches it, as it does after a push.</summary>
internal static class PushedCommit
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5), Pause = TimeSpan.FromSeconds(1);

    /// <param name="waits">Whether to wait until it is fetched.</param>
    /// <returns>The submission; null where that is not known yet.</returns>
    /// <exception cref="UsageException">The board did not take it.</exception>
    /// <exception cref="BoardRefusalException">The board did not take it.</exception>
    public static string? HandIn(
        BoardClient board, string contest, string phase, string address, string commit, bool waits, CancellationToken cancel)
    {
        string api = $"api/v1/c/{Uri.EscapeDataString(contest)}/";
        string delivery = board.Post(
            $"{api}{Uri.EscapeDataString(phase)}/commits", new WantedCommit(address, commit), BoardJson.Default.WantedCommit,
            BoardJson.Default.TakenCommit, Patience)!.Delivery;
        string? said = null;
        while (true)
        {
            DeliveryOnBoard now = board.Get(
                $"{api}deliveries/{Uri.EscapeDataString(delivery)}", BoardJson.Default.DeliveryOnBoard, Patience)!;
            if (now.Says != said && now.Submission is null)
                Console.Error.WriteLine($"{delivery}: {said = now.Says}");
            if (now.IsSettled && now.Submission is null)
                throw new UsageException($"{board.Address} did not take {commit}: {now.Says}");
            if (now.IsSettled || !waits || cancel.WaitHandle.WaitOne(Pause))
                return now.Submission;
        }
    }
}
