namespace Evaluator.Cli.Conduct;

/// <summary>
/// What `dotnet tool install` leaves undone: it unpacks a package with the executable bit for the owner alone, and then other users, and
/// workers that give up their rights, can't run the worker that came with it.
/// </summary>
internal static class InstalledTool
{
    private const UnixFileMode ForAll =
        UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    public static void LetWorkerRun()
    {
        string worker = Path.Combine(AppContext.BaseDirectory, "worker", "Evaluator.Worker");
        if (!OperatingSystem.IsLinux() || !File.Exists(worker) || File.GetUnixFileMode(worker).HasFlag(ForAll))
            return;
        try
        {
            File.SetUnixFileMode(worker, File.GetUnixFileMode(worker) | ForAll);
        }
        catch (UnauthorizedAccessException)
        {
            Console.Error.WriteLine(
                $"evaluator: {worker} is not executable for everybody, and you may not change that. Who installed it should: chmod a+rx "
                + $"{worker}");
        }
    }
}
