using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Evaluator.Contest.Calls;
using Evaluator.Contest.Package;
using Evaluator.Harness.Runs;
using Evaluator.Specs.Contest;
using Evaluator.Specs.Fixtures;

namespace Evaluator.Specs.Harness;

/// <summary>
/// What a predictor sees, to the byte. The Recorder hashes everything it is given and answers with the hash; here the same is computed
/// from the files by the plainest means (File.ReadAllLines), without any of the evaluator's reading code.
/// </summary>
public class RecordingSpecs
{
    private static readonly string[] Tables =
    [
        "Parcels", "Addresses", "Street_segments", "Intersections", "Census_Block_Groups",
        "Foreclosure_Deeds", "Foreclosure_Distressed_Props", "Foreclosure_Petitions", "Foreclosure_REOs",
    ];

    [Fact]
    public void The_predictor_sees_exactly_the_lines_of_the_files()
    {
        DataPackage package = BostonPackage.OpenOrSkip();
        string blockGroup = package.Set("example")[0];
        byte[][] seen = Predictions(package, blockGroup);

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Record(hash, "setup", [], [.. Tables.Select(table => Records(package.Folder, table + ".csv"))]);
        for (int month = 1; month <= 8; month++)
            Receive(hash, package.Folder, blockGroup, month);
        string[] locations = [.. Records(package.Folder, $"loc-{blockGroup}.csv").Select(line => line.Split('\t')[1]).Distinct()];
        for (int month = 9; month <= 12; month++)
        {
            Record(hash, "predict", [blockGroup, month.ToString(CultureInfo.InvariantCulture)], locations);
            Assert.Equal(hash.GetCurrentHash(), seen[month - 9]);
            if (month < 12)
                Receive(hash, package.Folder, blockGroup, month);
        }
    }

    private static byte[][] Predictions(DataPackage package, string blockGroup)
    {
        string folder = Path.Combine(Directory.CreateTempSubdirectory("recording-").FullName, "run");
        var request = new RunRequest(FixtureCatalog.Named("Recorder").Dll, package, "cases", [blockGroup], CallingSequence.Official, folder,
            1, Evaluator.Confinement.Limits.Official);
        List<byte[]> seen = [];
        new Evaluation(request).Run(
            progress => seen.AddRange(((RunProgress.Played)progress).Predictions.Select(HashIn)), TestContext.Current.CancellationToken);
        Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);
        return [.. seen];
    }

    private static byte[] HashIn(double[] prediction) => [.. prediction.Take(SHA256.HashSizeInBytes).Select(cell => (byte)(cell * 32))];

    private static void Receive(IncrementalHash hash, string folder, string blockGroup, int month) => Record(
        hash, "receiveEvents", [blockGroup, month.ToString(CultureInfo.InvariantCulture)],
        [.. ((string[])["crm", "violations", "permits", "emergencies"]).Select(
            kind => Records(folder, $"{kind}-{blockGroup}-{month}.csv"))]);

    private static string[] Records(string folder, string name)
    {
        string file = Directory.EnumerateFiles(folder, name, SearchOption.AllDirectories).Single();
        return [.. File.ReadAllLines(file, new UTF8Encoding(false, throwOnInvalidBytes: true)).Where(line => line.Length > 0).Skip(1)];
    }

    private static void Record(IncrementalHash hash, string method, string[] scalars, params string[][] arrays)
    {
        Append(hash, method);
        foreach (string scalar in scalars)
            Append(hash, scalar);
        foreach (string[] array in arrays)
        {
            Append(hash, array.Length.ToString(CultureInfo.InvariantCulture));
            foreach (string element in array)
                Append(hash, element);
        }
    }

    private static void Append(IncrementalHash hash, string text)
    {
        hash.AppendData(Encoding.UTF8.GetBytes(text));
        hash.AppendData("\n"u8);
    }
}
