using System.Text;

namespace Evaluator.Cli.Screens;

/// <summary>What stands in place of characters that the reader's locale lacks: one for one, so that columns stay straight.</summary>
internal sealed class PlainCharacters : EncoderFallback
{
    public override int MaxCharCount => 1;

    public override EncoderFallbackBuffer CreateFallbackBuffer() => new Replacement();

    private static char For(char unknown) => unknown switch
    {
        '…' => '~',
        '−' or '–' or '—' => '-',
        '“' or '”' => '"',
        '‘' or '’' => '\'',
        '·' or '•' => '*',
        '█' or '━' => '=',
        _ => '?',
    };

    private sealed class Replacement : EncoderFallbackBuffer
    {
        private char? next;

        public override int Remaining => next is null ? 0 : 1;

        public override bool Fallback(char charUnknown, int index)
        {
            next = For(charUnknown);
            return true;
        }

        public override bool Fallback(char charUnknownHigh, char charUnknownLow, int index) => Fallback(charUnknownHigh, index);

        public override char GetNextChar()
        {
            char given = next ?? '\0';
            next = null;
            return given;
        }

        public override bool MovePrevious() => false;
    }
}
