using Evaluator.Confinement.Disk;

namespace Evaluator.Specs.Disk;

/// <summary>What killed evaluators leave is removed by the next, and nothing that somebody still needs.</summary>
public class ScratchFolderSpecs : IDisposable
{
    private readonly string parent = Directory.CreateTempSubdirectory("scratch-specs-").FullName;

    [Fact]
    public void What_a_dead_process_left_goes_when_the_next_one_comes()
    {
        string left = Make($"scratch-{DeadProcess.Name}-1");
        File.WriteAllText(Path.Combine(left, "work"), "x");
        using WorkingFolder mine = ScratchFolder.In(parent);
        Assert.False(Directory.Exists(left));
        Assert.True(Directory.Exists(mine.Path));
    }

    [Fact]
    public void What_a_living_process_uses_stays()
    {
        using WorkingFolder first = ScratchFolder.In(parent), second = ScratchFolder.In(parent);
        Assert.NotEqual(first.Path, second.Path);
        Assert.True(Directory.Exists(first.Path));
    }

    [Fact]
    public void Of_another_machine_and_of_another_namespace_nothing_is_known_so_it_stays()
    {
        string elsewhere = Make($"scratch-{DeadProcess.NameOn("another-host")}-1");
        string beside = Make($"scratch-{Environment.MachineName}-1-4194305-1-1");
        string other = Make("scratch-of-somebody");
        using (ScratchFolder.In(parent))
            ForEvery.In([elsewhere, beside, other], folder => Assert.True(Directory.Exists(folder)));
    }

    [Fact]
    public void A_number_that_came_again_is_not_taken_for_the_process_that_had_it()
    {
        string[] own = ProcessIdentity.Own.Split('-');
        string before = Make($"scratch-{string.Join('-', own[..^1])}-1-1");    // our number, started one tick after the machine
        using (ScratchFolder.In(parent))
            Assert.False(Directory.Exists(before));
    }

    [Fact]
    public void In_the_temporary_files_too()
    {
        string left = Path.Combine(Path.GetTempPath(), $"evaluator-{Environment.UserName}-{DeadProcess.Name}-7");
        Directory.CreateDirectory(left);
        using (ScratchFolder.InTemporary())
            Assert.False(Directory.Exists(left));
    }

    public void Dispose() => Directory.Delete(parent, recursive: true);

    private string Make(string name) => Directory.CreateDirectory(Path.Combine(parent, name)).FullName;
}
