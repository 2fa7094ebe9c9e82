using Evaluator.Challenges;
using Evaluator.Challenges.Reading;
using Evaluator.Challenges.Tables;
using Evaluator.Metrics;

namespace Evaluator.BoardSpecs.Tables;

/// <summary>What a table without a fault scores, a set and a column at a time.</summary>
public class TableScoringSpecs
{
    private const string TwoSets = "id,truth,weight,set\na,1,1,provisional\nb,2,3,final\nc,3,1,provisional\nd,4,1,final\n";

    [Fact]
    public void Each_set_is_scored_by_itself_with_its_weights()
    {
        TableJudge judge = new TableContest
        {
            Task = TableContest.Predictions() with { Set = "set", Weight = "weight" },
            Columns = [TableContest.Measured("mae", isLess: true), TableContest.Measured("rmse", isLess: true, decimals: 3)],
            Answers = TwoSets,
        }.Open();
        TableJudgement judgement = TableContest.Judge(judge, "id,value\nd,4\nc,3\nb,4\na,0\n");
        Assert.Equal(["provisional", "final"], judge.Sets);
        Assert.Equal(0.5m, judgement.Of("provisional")!.Values["mae"]);
        Assert.Equal(0.707m, judgement.Of("provisional")!.Values["rmse"]);
        Assert.Equal(1.5m, judgement.Of("final")!.Values["mae"]);
    }

    [Fact]
    public void Answers_without_sets_are_one_by_whatever_name()
    {
        Phase live = new()
        {
            Name = "live",
            Title = "Live",
            Opens = DateTimeOffset.UnixEpoch,
            Set = "live",
            Ranking = new Ranking(RankingRule.InOrder, ["mae"]),
        };
        TableContest contest = new()
        {
            Task = TableContest.Predictions(),
            Columns = [TableContest.Measured("mae", isLess: true)],
            Answers = "id,truth\na,1\nb,2\n",
            Phases = [live],
        };
        Assert.Equal(0.5m, contest.Judge("id,value\na,1\nb,3\n").Of("live")!.Values["mae"]);
        TableContest halved = new()
        {
            Task = contest.Task,
            Columns = contest.Columns,
            Answers = contest.Answers,
            Phases = [live with { FinalSet = "rest" }],
        };
        Assert.Contains("the set `rest`", Assert.Throws<ChallengeFaultsException>(halved.Open).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sets_row_values_have_its_value_as_their_mean()
    {
        TableJudge judge = new TableContest
        {
            Task = TableContest.Predictions() with { Set = "set", Weight = "weight" },
            Columns = [TableContest.Measured("mae", isLess: true), TableContest.Measured("rmse", isLess: true)],
            Answers = TwoSets,
        }.Open();
        SetScore final = TableContest.Judge(judge, "id,value\nd,4\nc,3\nb,4\na,0\n"u8.ToArray(), withRows: true).Of("final")!;
        Assert.Equal([3, 0], final.Rows["mae"]);
        Assert.False(final.Rows.ContainsKey("rmse"));
        Assert.True(judge.HasRowValues("mae"));
        Assert.False(judge.HasRowValues("rmse"));
    }

    [Theory]
    [InlineData("true", "false")]
    [InlineData("1", "0")]
    [InlineData("1.0", "0.0")]
    [InlineData("Yes", "No")]
    public void The_usual_names_of_two_classes_need_no_positive_one(string positive, string negative)
    {
        TableContest contest = new()
        {
            Task = TableContest.Predictions(),
            Columns = [TableContest.Measured("roc_auc"), TableContest.Measured("average_precision")],
            Answers = $"id,truth\na,{positive}\nb,{negative}\nc,{positive}\n",
        };
        Assert.Equal(0.5m, contest.Judge("id,value\na,3\nb,2\nc,1\n").Of("all")!.Values["roc_auc"]);
    }

    [Fact]
    public void A_class_that_is_a_number_may_be_written_otherwise()
    {
        TableContest contest = new()
        {
            Task = TableContest.Predictions(),
            Columns = [TableContest.Measured("accuracy"), TableContest.Measured("quadratic_weighted_kappa")],
            Answers = "id,truth\na,1\nb,2\nc,4\n",
        };
        // 3 is no answer's class, but a step of the scale.
        TableJudgement judgement = contest.Judge("id,value\na,1.0\nb,2e0\nc, 3\n");
        Assert.Equal(0.666667m, judgement.Of("all")!.Values["accuracy"]);
        Assert.Equal(0.857143m, judgement.Of("all")!.Values["quadratic_weighted_kappa"]);
    }

    [Fact]
    public void A_table_of_probabilities_names_the_likeliest_class_too()
    {
        TableContest contest = new()
        {
            Task = TableContest.Predictions() with { Shape = TableShape.Probabilities, Values = ["x", "y", "z"] },
            Columns =
            [
                TableContest.Measured("log_loss", isLess: true), TableContest.Measured("f1_macro"), TableContest.Measured("roc_auc_ovo"),
            ],
            Answers = "id,truth\na,x\nb,y\nc,z\n",
        };
        SetScore score = contest.Judge("id,z,y,x\na,0.1,0.1,0.8\nb,0.1,0.8,0.1\nc,0.8,0.1,0.1\n").Of("all")!;
        Assert.Equal((0.223144m, 1m, 1m), (score.Values["log_loss"], score.Values["f1_macro"], score.Values["roc_auc_ovo"]));
    }

    [Fact]
    public void Picks_are_summed_counted_and_rated()
    {
        TableContest contest = new()
        {
            Task = TableContest.Picks(2) with { Set = "set" },
            Columns = [TableContest.Measured("sum", of: "kilos"), TableContest.Measured("count", of: "kilos"),
                TableContest.Measured("hit_rate", of: "kilos")],
            Answers = "id,kilos,set\na,5,p\nb,0,p\nc,7,f\nd,0,f\n",
        };
        TableJudgement judgement = contest.Judge("id\nb\na\n");
        Assert.Equal([5m, 1m, 0.5m], judgement.Of("p")!.Values.Values);
        Assert.Equal([0m, 0m, 0m], judgement.Of("f")!.Values.Values);
    }

    [Fact]
    public void Every_metric_of_the_table_is_computed_for_some_shape()
    {
        List<string> computed = [];
        foreach (MetricDefinition metric in MetricTable.All)
        {
            bool isLess = metric.Direction == MetricDirection.Minimize;
            Column column = TableContest.Measured(metric.Name, isLess, of: metric.Input == MetricInput.Picks ? "truth" : null);
            TableContest contest = new()
            {
                Task = metric.Input switch
                {
                    MetricInput.Picks => TableContest.Picks(2),
                    MetricInput.ClassProbabilities =>
                        TableContest.Predictions() with { Shape = TableShape.Probabilities, Values = ["0", "1"] },
                    _ => TableContest.Predictions(),
                },
                Columns = [column],
                Answers = "id,truth\na,1\nb,0\n",
            };
            TableJudge judge = contest.Open();
            string sample = string.Join('\n', judge.Form.Sample(judge.Keys)) + "\n";
            TableJudgement judgement = TableContest.Judge(judge, sample);
            Assert.True(judgement.IsAccepted, $"{metric.Name}: {string.Join(' ', judgement.Faults)}\n{sample}");
            decimal value = judgement.Of("all")!.Values[metric.Name];
            Assert.InRange((double)value, metric.Lowest, metric.Highest);
            if (metric.IsMeanOverRows)
            {
                double[] rows = judge.Judge(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(sample)), withRows: true)
                    .Of("all")!.Rows[metric.Name];
                Assert.Equal((double)value, rows.Average(), 1e-6);
            }
            computed.Add(metric.Name);
        }
        Assert.Equal(MetricTable.All.Count, computed.Count);
    }

    [Theory]
    [InlineData("id,truth\na,1\na,2\n", "mae", "the key `a` again, first on line 2")]
    [InlineData("id,truth\na,1\nb,x\n", "mae", "`truth` is `x`")]
    [InlineData("id,wrong\na,1\n", "mae", "no column `truth`")]
    [InlineData("id,truth\na,1\nb,1\n", "roc_auc", "one class only (1)")]
    [InlineData("id,truth\na,1\nb,2\nc,3\n", "roc_auc", "3 classes (1, 2, 3)")]
    [InlineData("id,truth\na,x\nb,y\n", "roc_auc", "none that is known to be positive")]
    [InlineData("id,truth\na,1\n", "r2", "1 row")]
    [InlineData("id,truth\na,-1\n", "rmsle", "`truth` is -1")]
    [InlineData("id,truth\n", "mae", "no rows")]
    [InlineData("id,truth\na,low\nb,high\n", "quadratic_weighted_kappa", "classes that are no numbers")]
    [InlineData("id,truth\na,1\n", "root_mean_square", "the metric `root_mean_square`")]
    [InlineData("id,truth\na,1\n", "sum", "the metric `sum` for predictions")]
    public void Answers_of_which_nothing_can_be_computed_are_refused(string answers, string metric, string message)
    {
        TableContest contest = new()
        {
            Task = TableContest.Predictions(),
            Columns = [TableContest.Measured(metric, isLess: MetricTable.Find(metric)?.Direction == MetricDirection.Minimize)],
            Answers = answers,
        };
        ChallengeFaultsException refused = Assert.Throws<ChallengeFaultsException>(contest.Open);
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_form_shows_first_lines_that_are_accepted()
    {
        TableContest contest = new()
        {
            Task = TableContest.Picks(2),
            Columns = [TableContest.Measured("sum", of: "kilos")],
            Answers = "id,kilos\n\"a,1\",5\n\"b\"\"2\",0\nc,1\n",
        };
        TableForm form = contest.Open().Form;
        Assert.Equal(["id", "\"a,1\"", "\"b\"\"2\""], form.FirstLines);
        Assert.Equal(5, contest.Judge(string.Join('\n', form.FirstLines)).Of("all")!.Values["sum"]);
    }
}
