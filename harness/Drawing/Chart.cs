using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace Evaluator.Drawing;

/// <summary>What all charts have in common: their size, font and colours, and how they get into the page.</summary>
public static partial class Chart
{
    /// <summary>A phone's width: a wider chart would be shrunk there, its text with it. Wide screens show several side by side.</summary>
    public const int Width = 420;

    public const int Height = 270;

    public static Plot New(string xLabel, string yLabel)
    {
        PlotFont.Register();
        var plot = new Plot();
        plot.FigureBackground.Color = Colors.Transparent;
        plot.DataBackground.Color = Colors.Transparent;
        plot.Axes.Color(Ink.Text);
        plot.Grid.MajorLineColor = Ink.Grid;
        plot.Axes.Right.FrameLineStyle.IsVisible = false;
        plot.Axes.Top.FrameLineStyle.IsVisible = false;
        plot.XLabel(xLabel);
        plot.YLabel(yLabel);
        plot.Font.Set(PlotFont.Name);
        plot.Axes.Bottom.Label.FontSize = plot.Axes.Left.Label.FontSize = 13;
        plot.Axes.Bottom.Label.Bold = plot.Axes.Left.Label.Bold = false;
        return plot;
    }

    /// <summary>A plane with as many metres to the pixel in both directions, and no axes.</summary>
    public static Plot NewMap()
    {
        Plot plot = New("", "");
        plot.Axes.Frameless();
        plot.HideGrid();
        plot.Axes.SquareUnits();
        return plot;
    }

    /// <summary>Ticks at 1, 2 and 5 times the powers of ten, for values plotted as their logarithm.</summary>
    public static NumericManual LogTicks(double low, double high, bool onlyPowers = false)
    {
        var ticks = new NumericManual();
        for (int decade = (int)Math.Floor(low); decade <= Math.Ceiling(high); decade++)
        {
            foreach (int step in onlyPowers ? (int[])[1] : [1, 2, 5])
            {
                double value = step * Math.Pow(10, decade);
                if (Math.Log10(value) >= low && Math.Log10(value) <= high)
                    ticks.AddMajor(Math.Log10(value), LabelOf(value));
            }
        }
        return ticks;
    }

    /// <summary>The chart as an element of the page; its colours are for the page's stylesheet to say.</summary>
    /// <param name="title">Read out in place of the picture.</param>
    public static string Svg(Plot plot, string title, int width = Width, int height = Height)
    {
        string svg = plot.GetSvgXml(width, height);
        // The library numbers clip paths on and on. Here they count from 0 in each chart, behind a prefix of the chart's own.
        List<string> clips = [];
        svg = ClipPath().Replace(svg[svg.IndexOf("<svg", StringComparison.Ordinal)..], clip => $"\0{NumberOf(clip.Value, clips)}");
        string prefix = "c" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(svg)).AsSpan(0, 4)) + "-";
        svg = svg.Replace("\0", prefix, StringComparison.Ordinal);
        string head =
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" role=\"img\" "
            + $"aria-label=\"{WebUtility.HtmlEncode(title)}\">";
        return head + LineEnds().Replace(svg[(svg.IndexOf('>') + 1)..], "").Replace(", \"", "\"", StringComparison.Ordinal);
    }

    private static string LabelOf(double value) =>
        value >= 1000 ? FormattableString.Invariant($"{value / 1000:0}k") : value.ToString("0.#####", CultureInfo.InvariantCulture);

    private static int NumberOf(string clip, List<string> clips)
    {
        if (!clips.Contains(clip))
            clips.Add(clip);
        return clips.IndexOf(clip);
    }

    [GeneratedRegex("cl_[0-9a-f]+")]
    private static partial Regex ClipPath();

    /// <summary>Also those inside of text elements, which a browser would show as a space.</summary>
    [GeneratedRegex(@"(?<=>)\s*\n\s*|\s*\n\s*(?=<)")]
    private static partial Regex LineEnds();
}
