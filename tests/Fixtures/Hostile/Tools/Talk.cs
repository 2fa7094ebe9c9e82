/// <summary>
/// Two cases that try to talk: the first block group says a number, the second listens. They may be played at once or one after the other;
/// who
/// listens hears it as a breach.
/// </summary>
static class Talk
{
    public const int Number = 0xA5, Bits = 8;

    public static bool IsSpeaker(string group) => group.EndsWith("0001");

    public static bool Says(int bit) => (Number >> bit & 1) != 0;

    public static void Heard(string how, int number)
    {
        if (number == Number)
            throw new Breach($"heard {number:x} from another case, {how}");
        Console.Error.WriteLine($"heard {number:x}, {how}");
    }
}
