using Evaluator.Board.Answers;
using Evaluator.Board.Folder;
using Evaluator.Board.Journals;
using Evaluator.Board.Store;
using Evaluator.Challenges;
using Evaluator.Challenges.Lint;
using Evaluator.Challenges.Reading;
using Evaluator.Standings.Log.Bodies;
using Evaluator.Standings.Receipts;
using Evaluator.Standings.Sealing;

namespace Evaluator.Board.Contests;

/// <summary>
/// Puts a challenge on a board, or a changed one over the one that is there: its folder is copied, and what changed becomes entries.
/// </summary>
internal sealed class ChallengeIntake(BoardFolder board, Journal journal, Blobs blobs, AnswerShelf answers)
{
    /// <summary>Who the log says did what an operator did on the machine.</summary>
    private const string Actor = "board";

    private const int LongestReason = 500;

    /// <param name="reason">Why answers that were promised are others now; null where none are.</param>
    /// <returns>How many entries it took; 0 where nothing had changed.</returns>
    /// <exception cref="BoardFolderException">The folder is no challenge, and all its faults are named; or promised answers are others, and
    /// nobody says why.</exception>
    public async Task<(Challenge Challenge, int Entries)> Add(string path, string? reason, CancellationToken stop)
    {
        ChallengeFolder source = Read(path);
        Challenge challenge = source.Challenge;
        byte[] definition = await File.ReadAllBytesAsync(Path.Combine(source.Path, ChallengeFolder.Definition), stop);
        await blobs.Keep(definition, stop);
        await blobs.Keep(System.Text.Encoding.UTF8.GetBytes(challenge.Rules.Text), stop);
        AnswerPromises promises = answers.Promise(source);
        RequireReason(challenge.Name, promises, reason);
        Replace(source.Path, board.Challenge(challenge.Name), promises);
        int entries = journal.Append(challenge.Name, (live, _) =>
            [.. Changes(live, challenge, Digest.Of(definition)), .. Promised(live, promises, reason)]).Count;
        return (challenge, entries);
    }

    private static ChallengeFolder Read(string path)
    {
        try
        {
            ChallengeFolder folder = ChallengeFolder.Read(path);
            // Answers that leak, or of which nothing can be computed, are found before anybody hands in.
            LintedChallenge? linted = folder.Challenge.Table is null ? null : ChallengeLint.Check(path);
            return linted is not { IsUsable: false }
                ? folder
                : throw new ChallengeFaultsException(
                    [.. linted.Findings.Where(finding => finding.IsFault).Select(finding => finding.Fault)]);
        }
        catch (ChallengeFaultsException faults)
        {
            throw new BoardFolderException($"{path} is no challenge that can be added:\n{faults.Message}");
        }
    }

    private static List<Draft> Changes(LiveContest live, Challenge challenge, Digest definition)
    {
        List<EntryBody> bodies = [ContestSet.Of(challenge, definition), .. challenge.Phases.Select(phase => new PhaseSet(phase))];
        bodies.AddRange(challenge.Rewards.Select(rule => new RuleSet(rule, Ended: false)));
        return [.. bodies.Where(body => !live.Says(body)).Select(body => new Draft(Actor, body))];
    }

    private void RequireReason(string contest, AnswerPromises promises, string? reason)
    {
        if (reason is not null && (reason.Trim().Length is 0 or > LongestReason || reason.Any(char.IsControl)))
            throw new BoardFolderException($"--reason: expected 1 to {LongestReason} characters on one line; everybody reads it.");
        if (reason is null && journal.Find(contest) is { } live
            && promises.Sets.FirstOrDefault(set => Committed(live, set) is { } before && !IsSame(before, set)) is { } corrected)
        {
            string[] others = [.. corrected.Commitments.Except(Committed(live, corrected)!.Answers).Select(answer => answer.Name)];
            throw new BoardFolderException(
                $"the answers of {contest} are not those that were promised (set {corrected.Set}: {string.Join(", ", others.Take(5))}"
                + $"{(others.Length > 5 ? ", …" : "")}). Say why with --reason \"…\": everybody reads it. Nothing was changed.");
        }
    }

    /// <summary>A commitment for each set that has none yet; a new one, with the reason, where answers were corrected.</summary>
    private static IEnumerable<Draft> Promised(LiveContest live, AnswerPromises promises, string? reason)
    {
        foreach (PromisedSet set in promises.Sets)
        {
            AnswersCommitted? before = Committed(live, set);
            if (before is not null && IsSame(before, set))
                continue;
            SealedText? why = before is null ? null : SealedText.Fresh(reason!.Trim());
            yield return new Draft(
                Actor, new AnswersCommitted(set.Set, set.Commitments, why?.Seal), why is null ? [] : [why], Owner: null);
        }
    }

    private static AnswersCommitted? Committed(LiveContest live, PromisedSet set) => live.Ask(fold => fold.Answers.Committed(set.Set));

    private static bool IsSame(AnswersCommitted before, PromisedSet now) => before.Answers.SequenceEqual(now.Commitments);

    // The new folder stands beside the old one before it takes its place: a crash leaves one of them, whole.
    private static void Replace(string from, string to, AnswerPromises promises)
    {
        if (Path.GetFullPath(from) == Path.GetFullPath(to))
        {
            Keep(promises, to);
            return;
        }
        string part = to + ".part";
        if (Directory.Exists(part))
            Directory.Delete(part, recursive: true);
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(part, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        Keep(promises, part);
        if (Directory.Exists(Path.Combine(part, ChallengeFolder.SecretFolder)))
            File.SetUnixFileMode(Path.Combine(part, ChallengeFolder.SecretFolder),
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        string old = to + ".old";
        if (Directory.Exists(to))
            Directory.Move(to, old);
        Directory.Move(part, to);
        if (Directory.Exists(old))
            Directory.Delete(old, recursive: true);
    }

    /// <summary>The salts are there before the log promises anything: what it has promised can be opened.</summary>
    private static void Keep(AnswerPromises promises, string challenge)
    {
        if (promises.Sets.Count == 0)
            return;
        string file = Path.Combine(challenge, AnswerShelf.SaltsFile), part = file + ".part";
        File.WriteAllText(part, promises.ToText());
        File.SetUnixFileMode(part, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.Move(part, file, overwrite: true);
    }
}
