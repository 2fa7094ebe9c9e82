using System.Text.Json;
using Evaluator.Board.Folder;
using Evaluator.Jobs;

namespace Evaluator.Board.Work;

/// <summary>The data packages of predictor contests, packed as <c>evaluator board add</c> left them. They go to workers alone.</summary>
internal sealed class ContestData(BoardFolder folder)
{
    private const string Archive = "secret/data.tar.gz", Reference = "secret/data.json";

    public string ArchiveOf(string contest) => Path.Combine(folder.Challenge(contest), Archive);

    /// <exception cref="BoardFolderException">The contest has none.</exception>
    public DataReference Of(string contest)
    {
        string file = Path.Combine(folder.Challenge(contest), Reference);
        if (!File.Exists(file))
            throw new BoardFolderException(
                $"{file} is missing: a predictor challenge is put on a board with `evaluator board add`, which packs its data.");
        return JsonSerializer.Deserialize(File.ReadAllBytes(file), JobsJson.Default.DataReference)
            ?? throw new BoardFolderException($"{file} holds nothing.");
    }
}
