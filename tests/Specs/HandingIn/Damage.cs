namespace Evaluator.Specs.HandingIn;

/// <summary>
/// Damages bytes at random, the same way for the same seed: one to eight wounds, from a bit to a piece that is cut out, doubled or swept
/// away.
/// </summary>
internal sealed class Damage(int seed)
{
    private static readonly byte[] Telling = [0, 1, 0x7f, 0x80, 0xff, (byte)'"', (byte)'\\', (byte)'/', (byte)'.', (byte)'{', (byte)'['];

    private readonly Random random = new(seed);

    public byte[] Of(byte[] sound)
    {
        byte[] damaged = [.. sound];
        for (int wounds = random.Next(1, 9); wounds > 0 && damaged.Length > 0; wounds--)
            damaged = Wound(damaged);
        return damaged;
    }

    private byte[] Wound(byte[] bytes)
    {
        int at = random.Next(bytes.Length), length = random.Next(1, Math.Min(64, bytes.Length - at) + 1);
        switch (random.Next(8))
        {
            case 0:
                bytes[at] ^= (byte)(1 << random.Next(8));
                return bytes;
            case 1:
                bytes[at] = Telling[random.Next(Telling.Length)];
                return bytes;
            case 2:
                bytes[at] = (byte)random.Next(256);
                return bytes;
            case 3:
                bytes.AsSpan(at, length).Fill(Telling[random.Next(Telling.Length)]);
                return bytes;
            case 4:
                return random.Next(4) == 0 ? bytes[..at] : bytes;
            case 5:
                return [.. bytes.AsSpan(0, at), .. bytes.AsSpan(at + length)];
            case 6:
                return [.. bytes.AsSpan(0, at), .. bytes.AsSpan(at, length), .. bytes.AsSpan(at)];
            default:
                int from = random.Next(bytes.Length - length + 1);
                bytes.AsSpan(from, length).ToArray().CopyTo(bytes, at);
                return bytes;
        }
    }
}
