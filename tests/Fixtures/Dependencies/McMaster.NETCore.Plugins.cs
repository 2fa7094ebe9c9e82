[assembly: System.Reflection.AssemblyVersion("99.0.0.0")]

namespace McMaster.NETCore.Plugins;

public static class PluginLoader
{
    public static string Whose => "the competitor's";
}
