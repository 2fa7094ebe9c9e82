using System.Diagnostics;
using Evaluator.Confinement.Disk;

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
            using Process shell = Process.Start("/bin/sh", ["-c", make, "sh", path]);
            shell.WaitForExit();
            Assert.Equal(0, shell.ExitCode);
        }
        Assert.False(Directory.Exists(path));
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
