using System.Text.Json;

namespace Evaluator.Specs.City;

/// <summary><c>evaluator generate</c> and <c>evaluator check</c> as their user meets them.</summary>
public class CommandSpecs(GeneratedCity city)
{
    [Fact]
    public void A_generated_city_passes_the_check()
    {
        string folder = city.NewFolder("by-command");
        EvaluatorProgram generated = EvaluatorProgram.Run("generate", folder, "--block-groups", "5", "--seed", "3");
        Assert.True(generated.ExitCode == 0, generated.Error);
        Assert.True(File.Exists(folder + ".oracle") && File.Exists(folder + ".dirt.tsv"));

        EvaluatorProgram said = EvaluatorProgram.Run("check", folder);
        Assert.True(said.ExitCode == 0, said.Error);
        Assert.Contains("LandUseBlank", said.Output);
        Assert.Contains("It can be run.", said.Output);
    }

    [Fact]
    public void The_check_as_json_names_faults_counts_files_and_lines()
    {
        city.Open();
        EvaluatorProgram said = EvaluatorProgram.Run("check", city.Folder, "--json");
        using JsonDocument report = JsonDocument.Parse(said.Output);
        JsonElement blank = report.RootElement.GetProperty("findings").EnumerateArray()
            .Single(finding => finding.GetProperty("fault").GetString() == "LandUseBlank");
        Assert.Equal(city.Planted[Evaluator.Contest.Lint.DataFault.LandUseBlank], blank.GetProperty("count").GetInt64());
        Assert.EndsWith("Parcels.csv", blank.GetProperty("examples")[0].GetProperty("file").GetString());
        Assert.True(blank.GetProperty("examples")[0].GetProperty("line").GetInt32() > 1);
    }

    [Fact]
    public void A_package_that_cannot_be_run_ends_the_check_with_2_and_the_reason()
    {
        (string folder, _) = city.Generate("no-types", new Evaluator.City.CityOptions { BlockGroups = 5 });
        File.Delete(Path.Combine(folder, "geography", "Emergency_Type_Code_Table.csv"));
        EvaluatorProgram said = EvaluatorProgram.Run("check", folder);
        Assert.Equal(2, said.ExitCode);
        Assert.Contains("Emergency_Type_Code_Table.csv", said.Output);
    }

    [Theory]
    [InlineData("--dirt", "Mud=0.1", "LandUseBlank")]
    [InlineData("--dirt", "LandUseBlank=2", "from 0 to 1")]
    [InlineData("--block-groups", "4", "5 to")]
    [InlineData("--threads", "0", "1 to")]
    public void Wrong_usage_ends_with_2_and_says_what_was_expected(string option, string value, string expected)
    {
        string folder = city.NewFolder("wrong-usage");
        EvaluatorProgram said = EvaluatorProgram.Run("generate", folder, option, value);
        Assert.Equal(2, said.ExitCode);
        Assert.Contains(expected, said.Error);
        Assert.False(Directory.Exists(folder));
    }
}
