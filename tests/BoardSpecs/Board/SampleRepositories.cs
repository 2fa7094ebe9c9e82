namespace Evaluator.BoardSpecs.Board;

/// <summary>Rows of a board with repositories that nobody fetches from: what its pages show of them.</summary>
internal static class SampleRepositories
{
    /// <summary>A repository of the team that handed a submission in: what came of it in each state, and the commits of that one.</summary>
    public static void Add(RecordedResults results, string scored)
    {
        results.Row("""
            INSERT INTO repository (id, contest, team, account, provider, url, path, phase, branch, control, secret, previous_secret,
                previous_until, created, unsigned_count, unsigned_at)
            SELECT 'r-one', contest, team, account, 'github', 'https://git.example/ada/a-predictor-with-a-rather-long-name.git', 'src', '',
                '', 'evaluator-board c-one', '', '', 4070908800000, 1, 3, 1 FROM submission WHERE id = @scored
            """, new { scored });
        foreach ((string state, string why, string? submission) in ((string, string, string?)[])[
            ("submitted", "", scored), ("received", "", null),
            ("refused", "the commit is larger than 64 MiB, the most that is fetched.", null),
            ("ignored", "A sign of life: the hook and its secret are right. Nothing was pushed.", null)])
            results.Row("""
                INSERT INTO delivery (id, repository, contest, team, phase, host_id, body_sha256, ref, wanted, state, why, received,
                    changed, submission, losses)
                SELECT @state, 'r-one', contest, team, phase, @state, '', 'refs/tags/submission-' || @state, @wanted, @state, @why, 1, 1,
                    @submission, 0 FROM submission WHERE id = @scored
                """, new { scored, state, why, submission, wanted = new string(state[2], 40) });
        results.Row("""
            INSERT INTO source (submission, contest, team, repository, url, commit_id, ref, previous)
            SELECT id, contest, team, 'r-one', 'https://git.example/ada/predictor.git', @commit, 'refs/tags/submission-1', @commit
            FROM submission WHERE id = @scored
            """, new { scored, commit = new string('a', 40) });
        results.Row("""
            INSERT INTO source_commit (submission, place, commit_id, author_name, author_mail, written, subject)
            VALUES (@scored, 0, @commit, 'Ada', 'ada@example.org', 1767323045, 'Predict burglaries by the month before them')
            """, new { scored, commit = new string('a', 40) });
    }

    /// <summary>A baseline that could not be fetched, whether the board has asked for it already or does so yet.</summary>
    public static void AddBaseline(RecordedResults results, string contest) => results.Row("""
        INSERT INTO baseline_source (id, contest, baseline, url, wanted, path, state, why, queued, changed, losses)
        VALUES ('b-one', @contest, 'kit', 'https://git.example/town/kit.git', 'refs/tags/v1', 'src/Start.cs', 'refused',
            'git.example has no address: Name or service not known.', 1, 1, 1)
        ON CONFLICT (contest, baseline, url, wanted, path) DO UPDATE SET state = excluded.state, why = excluded.why
        """, new { contest });
}
