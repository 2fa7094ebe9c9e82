using ScottPlot;
using SkiaSharp;

namespace Evaluator.Drawing;

/// <summary>
/// The font of the charts, from this assembly: on a machine without fonts the plotting library leaves text out without a word, and with
/// other fonts the same numbers would give another picture.
/// </summary>
public sealed class PlotFont : IFontResolver
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

    /// <summary>The font's file, for a page that carries it along.</summary>
    public static Stream Open() => typeof(PlotFont).Assembly.GetManifestResourceStream("PlotSans.ttf")!;

    public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) => Typeface(fontName);

    public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) => Typeface(fontName);

    private static SKTypeface? Typeface(string fontName)
    {
        if (fontName != Name)
            return null;
        using Stream font = Open();
        return SKTypeface.FromStream(font);
    }
}
