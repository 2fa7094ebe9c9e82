using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Evaluator.Confinement.Languages;
using Evaluator.Specs.Contest;
using Evaluator.Specs.Languages;

namespace Evaluator.Specs.Cli;

/// <summary>`run --debug` waits for a debugger, plays one case without limits, and leaves nothing that could be taken for a run.</summary>
public sealed partial class DebugSpecs
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    [Fact]
    public void A_case_waits_for_its_debugger_and_is_unofficial()
    {
        Toolchains.Require(Language.Java);
        using SmallPackage package = SmallPackage.OfEqualCases(1);
        using var folder = new HandedInFolder();
        string predictor = folder.AddPlain(Language.Java, name: "BostonRiskPredictor"), said = "";
        using Process process = EvaluatorProgram.Start("run", predictor, "--data", package.Folder, "--debug");
        // All that is read below comes from it, or from the machine that it started, and ends with them.
        using var patience = new Timer(_ => process.Kill(entireProcessTree: true), null, Patience, Timeout.InfiniteTimeSpan);
        try
        {
            int port = 0;
            while (port == 0 && process.StandardError.ReadLine() is { } line)
            {
                said += line + "\n";
                if (Address().Match(line) is { Success: true } found)
                    port = int.Parse(found.Groups["port"].ValueSpan, CultureInfo.InvariantCulture);
            }
            Assert.True(port > 0, said);
            Assert.Contains("unofficial", said);
            Resume(port);
            EvaluatorProgram ended = EvaluatorProgram.End(process);
            Assert.True(ended.ExitCode == 0, said + ended.Error);
            Assert.Contains("verdict  Accepted", ended.Output);
            Assert.EndsWith("unofficial: one case, without sandbox and limits, for a debugger\n", ended.Output);
        }
        finally
        {
            process.Kill(entireProcessTree: true);    // a machine that nobody lets go on waits for ever
        }
        Assert.Empty(Directory.EnumerateFiles(package.Folder, "run.json", SearchOption.AllDirectories));
    }

    [Fact]
    public void More_than_one_case_is_refused_with_the_option_that_names_one()
    {
        using SmallPackage package = SmallPackage.OfEqualCases(2);
        using var folder = new HandedInFolder();
        EvaluatorProgram refused =
            EvaluatorProgram.Run("run", folder.AddPlain(Language.CSharp), "--data", package.Folder, "--debug");
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("--case", refused.Error);
    }

    /// <summary>What a debugger does first and last: it shakes hands (JDWP), and lets the suspended machine go on.</summary>
    /// <remarks>
    /// In between it hears that the machine has started. The machine suspends itself just before it says so, and keeps no count of who let
    /// it go before: with nothing between handshake and Resume this spec waited for ever, once in many runs on a loaded machine.
    /// </remarks>
    private static void Resume(int port)
    {
        using TcpClient client = Connected(port);
        NetworkStream wire = client.GetStream();
        wire.Write("JDWP-Handshake"u8);
        wire.ReadExactly(new byte["JDWP-Handshake".Length]);
        AwaitEvent(wire);
        wire.Write([0, 0, 0, 11, 0, 0, 0, 1, 0, 1, 9]);    // length, id, flags, command set VirtualMachine, command Resume
        byte[] reply = new byte[4096];
        while (wire.Read(reply) > 0)
        {
            // Until the machine is gone: a debugger that leaves would not matter either.
        }
    }

    /// <summary>Reads up to the end of the first packet that tells of events.</summary>
    private static void AwaitEvent(NetworkStream wire)
    {
        const int headerBytes = 11, commandSet = 9, eventSet = 64;    // after length, id and flags
        byte[] header = new byte[headerBytes];
        do
        {
            wire.ReadExactly(header);
            wire.ReadExactly(new byte[BinaryPrimitives.ReadInt32BigEndian(header) - headerBytes]);
        }
        while (header[commandSet] != eventSet);
    }

    /// <summary>The machine listens a moment after it was started.</summary>
    private static TcpClient Connected(int port)
    {
        const int mostTries = 600;
        for (int tried = 1; ; tried++)
        {
            try
            {
                return new TcpClient("127.0.0.1", port);
            }
            catch (SocketException) when (tried < mostTries)
            {
                Thread.Sleep(100);
            }
        }
    }

    [GeneratedRegex(@"127\.0\.0\.1:(?<port>\d+)")]
    private static partial Regex Address();
}
