using ScottPlot;
using SkiaSharp;

namespace Evaluator.Report.Charts;

/// <summary>
/// The font of the charts, from this assembly: on a machine without fonts the plotting library leaves text out without a word, and with
/// other
/// fonts the same run would give another page.
/// </summary>
internal sealed class PlotFont : IFontResolver
{
    public const string Name = "Plot Sans";

    public static void Register()
    {
        lock (Fonts.FontResolvers)
        {
            if (!Fonts.FontResolvers.OfType<PlotFont>().Any())
                Fonts.FontResolvers.Insert(0, new PlotFont());
        }
    }

    public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) => Typeface(fontName);

    public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) => Typeface(fontName);

    private static SKTypeface? Typeface(string fontName)
    {
        if (fontName != Name)
            return null;
        using Stream font = typeof(PlotFont).Assembly.GetManifestResourceStream("PlotSans.ttf")!;
        return SKTypeface.FromStream(font);
    }
}
