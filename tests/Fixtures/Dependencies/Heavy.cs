public static class Heavy
{
    public static string Name => "with a resource of a million bytes";
}
