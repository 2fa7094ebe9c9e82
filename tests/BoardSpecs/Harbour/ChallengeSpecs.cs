using System.Text.Json;
using Evaluator.Challenges;
using Evaluator.Challenges.Lint;
using Evaluator.Challenges.Reading;
using Evaluator.Challenges.Tables;
using Evaluator.Harbour;
using Evaluator.Harbour.Manifest;

namespace Evaluator.BoardSpecs.Harbour;

/// <summary>The generated folder as the board reads it.</summary>
public class ChallengeSpecs(GeneratedHarbour harbour)
{
    [Theory]
    [InlineData(Language.English, "en", "Street worth", ",")]
    [InlineData(Language.Dutch, "nl", "Straatwaarde", ".")]
    public void The_harbour_is_a_challenge_of_400_picks_with_the_customs_as_its_baseline(
        Language language, string tag, string worth, string thousands)
    {
        ChallengeFolder folder = ChallengeFolder.Read(harbour.Folder(language));
        Challenge challenge = folder.Challenge;
        Assert.Equal((ChallengeKind.Table, SignIn.WalkIn, tag), (challenge.Kind, challenge.SignIn, challenge.Language));
        Assert.Equal((TableShape.Picks, "containerid", 400), (challenge.Table!.Shape, challenge.Table.Key, challenge.Table.Picks));
        Column kilos = Assert.Single(challenge.Columns);
        Assert.Equal(("kg", Direction.More, "sum", "coke_kilo"), (kilos.Unit, kilos.Direction, kilos.Metric!.Name, kilos.Metric.Of));
        Assert.Equal((worth, 50_000m, "€", thousands), (kilos.Shown!.Title, kilos.Shown.Factor, kilos.Shown.Prefix, kilos.Shown.Thousands));
        Baseline customs = Assert.Single(challenge.Baselines);
        Assert.Equal("Douane Rotterdam", customs.Title);
        Assert.True(File.Exists(folder.FileOf(customs.File!)));
        Phase phase = Assert.Single(challenge.Phases);
        Assert.Null(phase.FinalSet);
        Assert.NotEmpty(challenge.Rules.Text);
        Assert.Contains(folder.Files(), file => file == challenge.EasyStart);
    }

    /// <summary>Sample and test table are there for competitors, and nothing in the folder gives an organiser pause.</summary>
    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Dutch)]
    public void The_lint_finds_nothing(Language language)
    {
        Assert.True(File.Exists(Path.Combine(harbour.Folder(language), "files", "sample_submission.csv")));
        Assert.Empty(ChallengeLint.Check(harbour.Folder(language)).Findings);
    }

    /// <summary>As the board judges it: the customs' picks find what the organiser is told, and every find is in the answers.</summary>
    [Fact]
    public void The_answers_judge_the_customs_picks()
    {
        ChallengeFolder folder = ChallengeFolder.Read(harbour.Folder(Language.Dutch));
        using FileStream answers = File.OpenRead(folder.SecretOf(folder.Challenge.Table!.Answers));
        using FileStream picks = File.OpenRead(folder.FileOf(folder.Challenge.Baselines[0].File!));
        TableJudgement judgement = TableJudge.Open(folder.Challenge, answers).Judge(picks);
        JsonElement levels = JsonDocument.Parse(File.ReadAllText(folder.SecretOf("levels.json"))).RootElement.GetProperty("levels");
        Assert.Equal(levels.GetProperty("customs").GetDecimal(), judgement.Of("all")!.Values["kilos"]);
    }

    [Fact]
    public void A_final_part_is_a_set_of_its_own_that_decides_in_the_end()
    {
        string written = harbour.Generate(
            "final-challenge", GeneratedHarbour.Options with
            {
                FinalShare = 0.3,
                Closes = GeneratedHarbour.Options.Opens.AddHours(8),
                Containers = 5_000
            });
        Challenge challenge = ChallengeFolder.Read(written).Challenge;
        Phase phase = Assert.Single(challenge.Phases);
        Assert.Equal(("set", "live", "final"), (challenge.Table!.Set, phase.Set, phase.FinalSet));
        Assert.Equal(GeneratedHarbour.Options.Opens.AddHours(8), phase.Closes);
    }
}
