using Evaluator.Confinement.Disk;
using Evaluator.Confinement.Sandbox;

namespace Evaluator.Specs.Disk;

/// <summary>Whatever a stranger's program leaves in its folder goes.</summary>
public class WorkingFolderSpecs
{
    [Fact]
    public void Names_that_are_no_text_go_as_well()
    {
        string path = Path.Combine(Path.GetTempPath(), "evaluator-spec-" + Guid.NewGuid().ToString("N"));
        using (var folder = new WorkingFolder(path))
        {
            string make =
                """
                odd="$1/$(printf '\377\376b')"
                mkdir -p "$odd/$(printf '\200')" && : > "$odd/$(printf 'a\377')" && chmod 0 "$odd"
                """;
            Assert.Equal(0, EndedProcess.Of("/bin/sh", "-c", make, "sh", path).ExitCode);
        }
        Assert.False(Directory.Exists(path));
    }

    [Fact]
    public void A_control_group_that_does_not_go_is_left_and_tried_again()
    {
        ControlGroupRoot? root = ControlGroupRoot.Find(out string? refusal);
        Assert.SkipWhen(root is null, $"no control group can be made here: {refusal}");
        ControlGroup group = root.Make(memoryBytes: 64 << 20);
        string folder = Path.GetDirectoryName(group.JoinFiles.First())!;
        // Keeps it, as a process would that does not die.
        string within = Directory.CreateDirectory(Path.Combine(folder, "within")).FullName;
        group.Dispose();
        Assert.Contains(Stragglers.Sweep(TimeSpan.Zero), left => left.Contains(folder, StringComparison.Ordinal));
        Directory.Delete(within);
        Assert.DoesNotContain(Stragglers.Sweep(TimeSpan.FromSeconds(30)), left => left.Contains(folder, StringComparison.Ordinal));
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public void What_does_not_go_at_once_is_tried_again_and_told()
    {
        bool isGone = false;
        Stragglers.Add("the thing of this spec", () => isGone);
        Assert.Contains("the thing of this spec", Stragglers.Sweep(TimeSpan.Zero));
        isGone = true;
        Assert.DoesNotContain("the thing of this spec", Stragglers.Sweep(TimeSpan.Zero));
    }
}
