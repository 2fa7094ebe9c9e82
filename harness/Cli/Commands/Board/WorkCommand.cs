using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using Evaluator.Cli.Boards;
using Evaluator.Cli.Conduct;
using Evaluator.Cli.Work;
using Evaluator.Confinement.Disk;
using Evaluator.Confinement.Sandbox;
using Evaluator.Confinement.SelfTest;
using Evaluator.Harness.Records;
using Evaluator.Jobs;

namespace Evaluator.Cli.Commands.Board;

/// <summary><c>evaluator board work</c>: a worker of a board.</summary>
internal static class WorkCommand
{
    private static readonly Option<string> Address = new("--board")
    {
        Description = "Address of the board, as https://board.example.",
        Required = true,
    };

    private static readonly Option<string?> TokenFile = new("--token-file")
    {
        Description =
            $"File with the worker's token, which `evaluator board worker FOLDER NAME` or the organiser's page of workers makes. "
            + $"[default: ${TokenSource.Variable}]",
    };

    private static readonly Option<string?> Data = new("--data")
    {
        Description = "A copy of the data package on this machine. [default: downloaded from the board, once]",
    };

    private static readonly Option<int> Workers = new Option<int>("--workers")
    {
        Description = "Cases at the same time.",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    }.Within(1, RunOptions.MostWorkers);

    private static readonly Option<string?> Folder = new("--folder")
    {
        Description = "Where data, submissions and results stand meanwhile. [default: a folder in ~/.cache/evaluator]",
    };

    private static readonly Option<int> Sandbox = new Option<int>("--sandbox")
    {
        Description = "The highest sandbox level to use, 3 to 0.",
        DefaultValueFactory = _ => 3,
    }.Within(0, SandboxMeans.Best);

    private static readonly Option<string?> Amqp = new("--amqp")
    {
        Description = "The board's RabbitMQ broker, as amqp://user:password@host; its messages name jobs. [default: the board is asked]",
    };

    private static readonly Option<bool> WhileInput = new("--while-input")
    {
        Description = "End when standard input ends: with the process that started this one.",
        Hidden = true,
    };

    public static Command Create()
    {
        var command = new Command("work", """
            Play for a board: take jobs over HTTP, play them with this machine's sandbox, post the results.
            It needs no database and no open port.

            It runs until it is stopped; started again, it goes on. A job that it held goes to another worker within 15 s.

            Example:
              evaluator board work --board https://board.example --token-file worker.token

            Exit codes: 0 stopped; 2 wrong usage, the token is not good, or this machine can't play.
            """)
        {
            Address, TokenFile, Data, Workers, Folder, Sandbox, Amqp, WhileInput,
        };
        command.SetAction(Work);
        return command;
    }

    private static int Work(ParseResult command)
    {
        using var interrupt = new Interrupt();
        if (command.GetValue(WhileInput))
            EndOfInput.Await(interrupt.Stop);
        using var client = new BoardClient(
            command.GetRequiredValue(Address), TokenSource.Read(command.GetValue(TokenFile)), interrupt.Token);
        TestedSandbox sandbox = TestedSandbox.Of(command.GetValue(Sandbox));
        Console.Error.WriteLine(
            $"sandbox: level {sandbox.Record.Level}; {command.GetValue(Workers)} cases at the same time, for {client.Address}");
        using Workplace place = Workplace.Take(command.GetValue(Folder) ?? DefaultFolder(client.Address));
        try
        {
            place.Work(
                new WorkBoard(client), command.GetValue(Amqp), command.GetValue(Data), sandbox, command.GetValue(Workers), interrupt.Token);
            return ExitCode.Good;
        }
        catch (BoardRefusalException refused)
        {
            throw new UsageException($"{client.Address}: {refused.Message}");
        }
    }

    /// <summary>A folder a board: evaluations of two boards may have the same names.</summary>
    private static string DefaultFolder(Uri board) =>
        Path.Combine(UserCache.Folder, "work", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(board.ToString())))[..12]);
}
