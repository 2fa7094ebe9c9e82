using System.Globalization;
using System.Text;
using Evaluator.Harbour.Manifest;

namespace Evaluator.Harbour.Files;

/// <summary>Containers as CSV: UTF-8, commas, line feeds. No value holds a comma or a quote (a spec looks).</summary>
internal static class ContainerTable
{
    private const string Papers =
        "containerid,load_date,arrival_date,land_van_afkomst,lading,gekoeld,TUE,weight,"
        + "ship,stops_in_between,ship_flag,containercolor,ontvanger_container";

    private const string Find = "coke_ind,coke_kilo";

    /// <summary>What competitors know of the containers; with the finds for the training table.</summary>
    public static void Write(Stream file, IEnumerable<Container> containers, Language language, bool withFinds)
    {
        using StreamWriter text = Text(file);
        text.WriteLine(withFinds ? $"{Papers},{Find}" : Papers);
        foreach (Container container in containers)
        {
            WritePapers(text, container, language);
            if (withFinds)
                text.Write(string.Create(CultureInfo.InvariantCulture, $",{(container.HasCoke ? 1 : 0)},{container.Kilos}"));
            text.WriteLine();
        }
    }

    /// <summary>The answers: the find of every container and, where the contest has a final part, the set that it belongs to.</summary>
    public static void WriteAnswers(Stream file, IEnumerable<Container> test, Func<Container, string>? setOf)
    {
        using StreamWriter text = Text(file);
        text.WriteLine(setOf is null ? $"containerid,{Find}" : $"containerid,{Find},set");
        foreach (Container container in test)
        {
            text.Write(string.Create(CultureInfo.InvariantCulture, $"{container.Id},{(container.HasCoke ? 1 : 0)},{container.Kilos}"));
            text.WriteLine(setOf is null ? "" : "," + setOf(container));
        }
    }

    /// <summary>A submission.</summary>
    public static void WritePicks(Stream file, IEnumerable<Container> picks)
    {
        using StreamWriter text = Text(file);
        text.WriteLine("containerid");
        foreach (Container container in picks)
            text.WriteLine(container.Id);
    }

    private static void WritePapers(StreamWriter text, in Container container, Language language)
    {
        (Cargo cargo, int tenths) = (container.Cargo, container.WeightInTenths);
        CultureInfo culture = CultureInfo.InvariantCulture;
        text.Write(string.Create(culture, $"{container.Id},{container.Loaded:yyyy-MM-dd},{container.Arrived:yyyy-MM-dd},"));
        text.Write(string.Create(culture, $"{container.Country.Name.In(language)},{cargo.Name.In(language)},{(cargo.Cooled ? 1 : 0)},"));
        text.Write(string.Create(culture, $"{container.Teu},{tenths / 10}.{tenths % 10},{container.Ship.Name},{container.Stops},"));
        text.Write(string.Create(culture, $"{ShipFlag.All[container.FlagIndex].In(language)},{ContainerColour.All[container.Colour]},"));
        text.Write(container.Receiver.Name.In(language));
    }

    private static StreamWriter Text(Stream file) =>
        new(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
}
