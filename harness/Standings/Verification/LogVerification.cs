using Evaluator.Challenges;
using Evaluator.Standings.Contests;
using Evaluator.Standings.Log;
using Evaluator.Standings.Log.Bodies;
using Evaluator.Standings.Receipts;
using Evaluator.Standings.Results;
using Evaluator.Standings.Rewards;
using Evaluator.Standings.Sealing;

namespace Evaluator.Standings.Verification;

/// <summary>
/// Checks an exported log offline, from nothing but the file and what the reader holds: the chain, the seals, the standings with their
/// ladders, the
/// ledger, receipts and the opened answers.
/// </summary>
public sealed class LogVerification
{
    private readonly List<Check> checks = [];
    private readonly List<Entry> entries = [];
    private readonly Dictionary<Digest, SealedText> opened = [];
    private readonly Contest contest;

    private LogVerification() => contest = new Contest(seal => opened.GetValueOrDefault(seal)?.Text);

    /// <param name="log">The export: NDJSON as <c>LOG.md</c> says.</param>
    /// <param name="held">Receipts and heads that the log has to contain.</param>
    /// <param name="key">The board's key; null where signatures are not checked.</param>
    /// <param name="answerOf">An opened answer by set and name; null where answers are not checked.</param>
    public static async Task<VerifiedLog> OfAsync(
        Stream log, IReadOnlyList<HeldWord> held, PublicKey? key = null, Func<string, string, HeldAnswer?>? answerOf = null,
        CancellationToken cancellation = default)
    {
        LogVerification verification = new();
        await verification.ReadAsync(log, cancellation);
        verification.CheckSeals();
        verification.CheckStandings();
        verification.CheckLedger();
        verification.CheckHeld(held, key);
        verification.CheckAnswers(answerOf);
        return new VerifiedLog(verification.entries.LastOrDefault(), verification.contest, verification.checks);
    }

    private async Task ReadAsync(Stream log, CancellationToken cancellation)
    {
        string? line = null, chain = null;
        await foreach (LogLine read in LogFile.ReadAsync(log, cancellation))
        {
            if (read.Fault is not null)
                line ??= $"line {read.Number} {read.Fault}";
            if (read.Opened is { } text)
                opened[text.Seal] = text;
            if (read.Entry is not { } entry)
                continue;
            if (opened.Count > 0)
                line ??= $"line {read.Number} is an entry behind opened seals";
            chain ??= Chain.Check(entries.LastOrDefault(), entry)?.ToString();
            if (chain is null && line is null)
                entries.Add(entry);
        }
        Say("lines", line, $"every line is canonical: {entries.Count} entries, {opened.Count} opened seals");
        Say("chain", chain ?? (entries.Count == 0 ? "there is no entry" : null),
            $"each entry follows the one before, up to {entries.LastOrDefault()?.Hash}");
    }

    /// <summary>
    /// Opened seals are those that the log holds, published phases have all of theirs, and values are the means of their cases.
    /// </summary>
    private void CheckSeals()
    {
        HashSet<Digest> known = [.. entries.SelectMany(entry => SealsOf(entry.Body))];
        Digest stranger = opened.Keys.FirstOrDefault(seal => !known.Contains(seal));
        HashSet<string> published = [.. entries.Select(entry => entry.Body).OfType<Published>().GroupBy(body => body.Phase)
            .Where(all => all.Last().Holds).Select(all => all.Key)];
        Dictionary<string, string> phaseOf = [];
        int missing = 0, closed = 0;
        string? wrong = stranger == default ? null : $"the opened seal {stranger} is in no entry";
        foreach (Entry entry in entries)
        {
            if (entry.Body is SubmissionAccepted accepted)
                phaseOf[accepted.Submission] = accepted.Phase;
            if (entry.Body is not EvaluationRecorded { Values: { } values } recorded)
                continue;
            bool isOpen = opened.TryGetValue(values, out SealedText? text);
            if (!isOpen)
                _ = published.Contains(phaseOf.GetValueOrDefault(recorded.Submission, "")) ? missing++ : closed++;
            else
                wrong ??= Difference(entry, recorded, text!.Text);
        }
        if (missing > 0)
            wrong ??= $"{missing} results of published phases are not opened";
        Say("seals", wrong, closed == 0 ? "all results are open, and each is what was sealed"
            : $"what is open is what was sealed; {closed} results of phases that are not published yet are closed");
    }

    private string? Difference(Entry entry, EvaluationRecorded recorded, string values)
    {
        try
        {
            ResultValues result = ResultValues.Parse(values);
            if (recorded.Cases is not { } seal || !opened.TryGetValue(seal, out SealedText? text))
                return null;
            CaseVector cases = CaseVector.Parse(text.Text);
            Column? column = contestColumns().FirstOrDefault(known => known.Name == cases.Column);
            if (column is null || !result.Values.TryGetValue(cases.Column, out decimal value))
                return null;
            decimal? mean = Rounding.ToDigits(Ladders.Ladder.MeanOf([.. cases.Values]), column.Decimals);
            return mean == value
                ? null : $"entry {entry.Seq}: the {cases.Column} of {recorded.Submission} is {value}, but the mean of its cases is {mean}";
        }
        catch (System.Text.Json.JsonException broken)
        {
            return $"entry {entry.Seq}: the result of {recorded.Submission} can't be read: {broken.Message}";
        }

        IReadOnlyList<Column> contestColumns() => entries.Select(known => known.Body).OfType<ContestSet>().LastOrDefault()?.Columns ?? [];
    }

    private void CheckStandings()
    {
        foreach (Entry entry in entries)
            contest.Apply(entry);
        string? problem = contest.Problems.FirstOrDefault()
            ?? contest.Phases.Select(phase => phase.LadderRefusal).FirstOrDefault(reason => reason is not null && contest.Unopened == 0);
        if (problem is null && contest.Unopened > 0)
            checks.Add(new Check("standings", CheckVerdict.CantBeChecked,
                $"folded from {entries.Count} entries; {contest.Unopened} times a number was needed whose seal is not open yet"));
        else
            Say("standings", problem,
                $"folded from {entries.Count} entries: {contest.Phases.Count()} phases, {contest.Submissions.Count()} submissions");
    }

    /// <summary>The ledger is what the rules owe: no award too many, none too few.</summary>
    private void CheckLedger()
    {
        if (contest.Unopened > 0)
        {
            checks.Add(new Check("ledger", CheckVerdict.CantBeChecked,
                $"{contest.Rewards.Ledger.Count} awards; which are due depends on seals that are not open yet"));
            return;
        }
        EntryBody? off = RewardFold.Missing(contest).FirstOrDefault();
        string? wrong = off switch
        {
            Reversal reversal => $"the award of entry {reversal.Of} is not due, and was not reversed",
            Award award => $"the award {award.Id} of {award.Points} points to {award.Team} is due, and is not in the ledger",
            _ => null,
        };
        Say("ledger", wrong,
            $"{contest.Rewards.Ledger.Count(entry => entry.ReversedBy is null)} awards and grants stand, as the rules owe them");
    }

    private void CheckHeld(IReadOnlyList<HeldWord> held, PublicKey? key)
    {
        if (held.Count == 0)
            checks.Add(new Check("head", CheckVerdict.CantBeChecked,
                "no receipt and no head was given, so entries left out at the end can't be noticed"));
        checks.AddRange(held.Select(word => word.Against(entries, key)));
    }

    private void CheckAnswers(Func<string, string, HeldAnswer?>? answerOf)
    {
        foreach (string set in contest.Answers.Sets)
        {
            AnswersCommitted committed = contest.Answers.Committed(set)!;
            if (contest.Answers.Revealed(set) is not { } revealed)
                checks.Add(new Check("answers", CheckVerdict.CantBeChecked,
                    $"{set}: {committed.Answers.Count} answers are promised and not opened yet"));
            else if (answerOf is null)
                checks.Add(new Check("answers", CheckVerdict.CantBeChecked,
                    $"{set}: {committed.Answers.Count} answers are opened; they were not given to be checked"));
            else
                Say("answers", Difference(set, AnswerCommitments.Differences(committed, revealed, name => answerOf(set, name))),
                    $"{set}: {committed.Answers.Count} answers are those that were promised");
        }
    }

    private static string? Difference(string set, IReadOnlyList<string> found) =>
        found.Count == 0 ? null : $"{set}: {found[0]}{(found.Count > 1 ? $", and {found.Count - 1} more" : "")}";

    private void Say(string name, string? wrong, string good) =>
        checks.Add(new Check(name, wrong is null ? CheckVerdict.Holds : CheckVerdict.DoesNotHold, wrong ?? good));

    private static IEnumerable<Digest> SealsOf(EntryBody body)
    {
        Digest?[] seals = body switch
        {
            EvaluationRecorded recorded => [recorded.Values, recorded.Cases],
            BaselineSet baseline => [baseline.Values, baseline.Cases],
            TeamMade made => [made.Name],
            SubmissionAccepted accepted => [accepted.Remark],
            Ignored ignored => [ignored.Reason],
            Reinstated reinstated => [reinstated.Reason],
            Attested attested => [attested.Reason],
            RejudgeApplied applied => [applied.Reason],
            Grant grant => [grant.Reason],
            AnswersCommitted committed => [committed.Reason],
            _ => [],
        };
        return seals.Where(seal => seal is not null).Select(seal => seal!.Value);
    }
}
