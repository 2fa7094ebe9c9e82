using System.Runtime.InteropServices;

namespace Evaluator.Cli.Conduct;

/// <summary>
/// Ctrl-C and SIGTERM as a token: the run stops its workers and keeps what is finished. A second one ends the program at once.
/// </summary>
internal sealed class Interrupt : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly PosixSignalRegistration[] registrations;

    public Interrupt()
    {
        registrations =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop),
        ];
    }

    public CancellationToken Token => source.Token;

    public void Stop() => source.Cancel();

    /// <summary>Says, where the run was interrupted, how far it came and the exact command that goes on.</summary>
    /// <param name="reached">As "12 of 95 done".</param>
    public void Tell(string reached, string folder)
    {
        if (source.IsCancellationRequested)
            Console.Error.WriteLine($"interrupted, {reached}; continue with\n  {CommandLine.ToContinue(folder)}");
    }

    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in registrations)
            registration.Dispose();
        source.Dispose();
    }

    private void Stop(PosixSignalContext context)
    {
        context.Cancel = !source.IsCancellationRequested;
        source.Cancel();
    }
}
