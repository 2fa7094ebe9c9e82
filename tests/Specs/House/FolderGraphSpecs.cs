namespace Evaluator.Specs.House;

/// <summary>The folders of a project stand in an order: what is built on another is never used by it.</summary>
public class FolderGraphSpecs
{
    [Fact]
    public void The_folders_of_a_project_form_no_circle()
    {
        IReadOnlyList<ProjectSources> projects = ProjectSources.All();
        Assert.Contains("Harness", projects.Select(project => project.Name));
        string[] found =
        [
            .. projects.Select(project => (project.Name, Circle: FolderGraph.Of(project).Circle())).Where(one => one.Circle is not null)
                .Select(one => $"{one.Name}: {one.Circle}"),
        ];
        Assert.True(found.Length == 0, string.Join("\n\n", found));
    }

    [Fact]
    public void A_circle_of_three_folders_is_seen_and_its_files_are_named()
    {
        FolderGraph graph = FolderGraph.Of(new ProjectSources("Example",
        [
            new SourceFile("Disk/Stamp.cs", "namespace Example.Disk; class Stamp { object Of() => Example.Runs.Plan.Made(); }"),
            new SourceFile("Records/Score.cs", "using Example.Disk; namespace Example.Records; class Score { Stamp? stamp; }"),
            new SourceFile("Runs/Plan.cs",
                "namespace Example.Runs; static class Plan { public static Example.Records.Score Made() => new(); }"),
            new SourceFile("Limits.cs", "namespace Example; record Limits(int Seconds);"),
        ]));
        string circle = graph.Circle()!;
        Assert.StartsWith("Disk -> Runs -> Records -> Disk", circle, StringComparison.Ordinal);
        Assert.Contains("Disk/Stamp.cs uses Plan", circle, StringComparison.Ordinal);
        Assert.Contains("Runs/Plan.cs uses Score", circle, StringComparison.Ordinal);
        Assert.Contains("Records/Score.cs uses Stamp", circle, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_used_without_being_named_counts_too()
    {
        FolderGraph graph = FolderGraph.Of(new ProjectSources("Example",
        [
            new SourceFile("Low/Bottom.cs", "namespace Example.Low; public class Bottom { public int Depth; }"),
            new SourceFile("Middle/Holder.cs",
                "using Example.Low; namespace Example.Middle; public class Holder { public Bottom Held = new(); }"),
            new SourceFile("High/Reader.cs",
                "using Example.Middle; namespace Example.High; class Reader { int Read(Holder from) => from.Held.Depth; }"),
        ]));
        Assert.Equal(["Low", "Middle"], graph.UsedBy("High"));
        Assert.Null(graph.Circle());
    }
}
