using System.Text;
using System.Text.Json;
using Evaluator.Harbour.Manifest;
using Evaluator.Harbour.Randomness;
using Evaluator.Harbour.Strategies;

namespace Evaluator.Harbour.Files;

/// <summary>
/// Writes a harbour as the folder of a challenge: <c>files/</c> is what competitors get, <c>secret/</c> what they must not. It is written
/// under another
/// name beside its place and moved there when it is whole.
/// </summary>
public static class HarbourFolder
{
    public const string Training = "trainingset_cokehaven.csv", Test = "testset_cokehaven.csv", Sample = "sample_submission.csv";

    /// <summary>What a generation came to.</summary>
    public sealed record Made(int Containers, int TestContainers, int TestFinds, int TestKilos, HarbourLevels Levels);

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true, NewLine = "\n" };

    /// <exception cref="HarbourException">The options are out of range, or the folder is there and not empty. Nothing was
    /// touched.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; nothing is left of it.</exception>
    public static Made Generate(string folder, HarbourOptions options, CancellationToken cancel = default)
    {
        options.Check();
        string target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (File.Exists(target) || (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any()))
            throw new HarbourException($"{target} is there already and not empty; name a folder that does not exist, or remove it first.");
        string partial = target + ".partial";
        if (Directory.Exists(partial))
            Directory.Delete(partial, recursive: true);
        try
        {
            Made made = Write(partial, options, cancel);
            if (Directory.Exists(target))
                Directory.Delete(target);
            Directory.Move(partial, target);
            return made;
        }
        finally
        {
            if (Directory.Exists(partial))
                Directory.Delete(partial, recursive: true);
        }
    }

    private static Made Write(string folder, HarbourOptions options, CancellationToken cancel)
    {
        string files = Directory.CreateDirectory(Path.Combine(folder, "files")).FullName;
        string secret = Directory.CreateDirectory(Path.Combine(folder, "secret"), OwnerOnly).FullName;
        Container[] containers = HarbourGenerator.Draw(options, cancel);
        Container[] test = [.. containers.Where(container => container.IsTest)];
        Container[] training = [.. containers.Where(container => !container.IsTest)];
        cancel.ThrowIfCancellationRequested();

        Save(files, Training, file => ContainerTable.Write(file, training, options.Language, withFinds: true));
        Save(files, Test, file => ContainerTable.Write(file, test, options.Language, withFinds: false));
        Save(files, Sample, file => ContainerTable.WritePicks(file, test.Take(Picks.Count)));
        Save(files, Definition.CustomsFile, file => ContainerTable.WritePicks(file, CustomsPicks.Choose(test, options.Seed)));
        Save(secret, Definition.AnswersFile, file => ContainerTable.WriteAnswers(file, test, FinalPart(test, options)));
        cancel.ThrowIfCancellationRequested();

        Texts texts = TextsOf(options, training.Length, test);
        Save(files, Definition.PictureFile, Texts.Carried("Texts/harbour.svg"));
        StarterZip.Write(files, [Training, Test, Sample], texts);
        Save(folder, "challenge.json", Definition.Write(options, texts));
        Save(folder, "story.md", texts.Page("story.md"));
        Save(folder, Definition.RulesFile, texts.Page("rules.md"));

        var made = new Made(
            containers.Length, test.Length, test.Count(container => container.HasCoke), test.Sum(container => container.Kilos),
            HarbourLevels.Measure(test, options.Seed));
        Save(secret, "seed.txt", options.Seed.Text + "\n");
        Save(secret, "levels.json", JsonSerializer.Serialize(made, Indented) + "\n");
        return made;
    }

    private static Texts TextsOf(HarbourOptions options, int training, Container[] test)
    {
        var texts = new Texts(options.Language);
        texts.Fill("all", texts.Number(options.Containers));
        texts.Fill("train", texts.Number(training));
        texts.Fill("test", texts.Number(test.Length));
        texts.Fill("first", test[0].Id);
        texts.Fill("second", test[1].Id);
        texts.Fill("hash", options.Seed.Hash);
        texts.Fill("customs", texts.Sections("words.txt").First(section => section.Name == "customs").Text);
        return texts;
    }

    /// <summary>The set of each container; finds and the rest are divided alike. Null where all is live.</summary>
    private static Func<Container, string>? FinalPart(Container[] test, HarbourOptions options)
    {
        if (options.FinalShare == 0)
            return null;
        HashSet<int> final = [];
        foreach (bool hasCoke in (bool[])[true, false])
        {
            int[] numbers = [.. test.Where(container => container.HasCoke == hasCoke).Select(container => container.Number)];
            new SecretStream(options.Seed, Purpose.FinalPart, hasCoke ? 1 : 0).Shuffle<int>(numbers);
            final.UnionWith(numbers.Take((int)Math.Round(numbers.Length * options.FinalShare)));
        }
        return container => final.Contains(container.Number) ? Definition.FinalSet : Definition.LiveSet;
    }

    private static void Save(string folder, string name, Action<Stream> write)
    {
        using FileStream file = File.Create(Path.Combine(folder, name));
        write(file);
    }

    private static void Save(string folder, string name, string text) =>
        File.WriteAllText(Path.Combine(folder, name), text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
}
