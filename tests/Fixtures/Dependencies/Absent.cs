public static class Absent
{
    public static string Name => "never shipped";
}
