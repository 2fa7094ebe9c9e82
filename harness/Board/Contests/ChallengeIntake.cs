using Evaluator.Board.Folder;
using Evaluator.Board.Journals;
using Evaluator.Board.Store;
using Evaluator.Challenges;
using Evaluator.Challenges.Lint;
using Evaluator.Challenges.Reading;
using Evaluator.Standings.Log.Bodies;
using Evaluator.Standings.Sealing;

namespace Evaluator.Board.Contests;

/// <summary>
/// Puts a challenge on a board, or a changed one over the one that is there: its folder is copied, and what changed becomes entries.
/// </summary>
internal sealed class ChallengeIntake(BoardFolder board, Journal journal, Blobs blobs)
{
    /// <summary>Who the log says did what an operator did on the machine.</summary>
    private const string Actor = "board";

    /// <returns>How many entries it took; 0 where nothing had changed.</returns>
    /// <exception cref="BoardFolderException">The folder is no challenge; all its faults are named.</exception>
    public async Task<(Challenge Challenge, int Entries)> Add(string path, CancellationToken stop)
    {
        ChallengeFolder source = Read(path);
        Challenge challenge = source.Challenge;
        byte[] definition = await File.ReadAllBytesAsync(Path.Combine(source.Path, ChallengeFolder.Definition), stop);
        await blobs.Keep(definition, stop);
        await blobs.Keep(System.Text.Encoding.UTF8.GetBytes(challenge.Rules.Text), stop);
        Replace(source.Path, board.Challenge(challenge.Name));
        int entries = journal.Append(challenge.Name, (live, _) => Changes(live, challenge, Digest.Of(definition))).Count;
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

    // The new folder stands beside the old one before it takes its place: a crash leaves one of them, whole.
    private static void Replace(string from, string to)
    {
        if (Path.GetFullPath(from) == Path.GetFullPath(to))
            return;
        string part = to + ".part";
        if (Directory.Exists(part))
            Directory.Delete(part, recursive: true);
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(part, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
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
}
