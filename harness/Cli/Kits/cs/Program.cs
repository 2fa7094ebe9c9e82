using System.ComponentModel;
using System.Diagnostics;

// `dotnet run` scores the predictor, `dotnet run -- test` tests it. None of this file is called when the contest runs your predictor.
if (args is ["test"])
    return Tests.Run();

List<string> options = [.. args];
bool official = options.Remove("--official");
string? evaluator = Find("evaluator");
if (evaluator is null)
{
    Console.Error.WriteLine("The program `evaluator` is not in PATH, not in ./tools, and not named by the variable EVALUATOR. See README.md, \"What you need\".");
    return 2;
}

// A data package: the one you name, else a small synthetic city, made once.
if (!options.Contains("--data"))
{
    string data = Environment.GetEnvironmentVariable("EVALUATOR_DATA") ?? ".city";
    if (data == ".city" && !Directory.Exists(data) && Start(evaluator, "generate", data, "--block-groups", "20") is var made and not 0)
        return made;
    options.AddRange(["--data", data]);
}

// The months whose answers you have. To tune on September to December would be to learn the exam by heart.
if (!official && !options.Contains("--months"))
    options.AddRange(["--months", "5-8"]);
return Start(evaluator, ["run", typeof(BostonRiskPredictor).Assembly.Location, .. options]);

static string? Find(string program)
{
    string? named = Environment.GetEnvironmentVariable("EVALUATOR");
    IEnumerable<string> folders = ["tools", .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)];
    return named ?? folders.Select(folder => Path.GetFullPath(Path.Combine(folder, program))).FirstOrDefault(File.Exists);
}

static int Start(string program, params string[] arguments)
{
    try
    {
        using Process process = Process.Start(program, arguments);
        process.WaitForExit();
        return process.ExitCode;
    }
    catch (Win32Exception refused)
    {
        Console.Error.WriteLine($"{program} can't be started: {refused.Message}");
        return 2;
    }
}
