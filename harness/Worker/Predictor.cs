using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using McMaster.NETCore.Plugins.Loader;

namespace Evaluator.Worker;

/// <summary>A competitor's predictor: one instance, its three methods bound once.</summary>
internal sealed class Predictor
{
    private readonly Type type;
    private readonly SetupMethod setup;
    private readonly ReceiveEventsMethod receiveEvents;
    private readonly PredictMethod predict;

    private Predictor(object instance, Type type)
    {
        this.type = type;
        setup = Bind<SetupMethod>(instance, type, "setup");
        receiveEvents = Bind<ReceiveEventsMethod>(instance, type, "receiveEvents");
        predict = Bind<PredictMethod>(instance, type, "predict");
    }

    private delegate int SetupMethod(
        string[] parcels, string[] addresses, string[] streetSegments, string[] intersections, string[] censusBlockGroups,
        string[] foreclosureDeeds, string[] foreclosureDistressedProps, string[] foreclosurePetitions, string[] foreclosureREOs);

    private delegate int ReceiveEventsMethod(
        string blockGroup, int month, string[] crms, string[] violations, string[] permits, string[] emergencies);

    private delegate double[]? PredictMethod(string blockGroup, int month, string[] locations);

    /// <summary>
    /// Loads the assembly in a context of its own, so that its dependencies are its own versions, and makes the instance.
    /// </summary>
    /// <remarks>
    /// Not unloadable: the process ends with the case, and collectible code costs twice the CPU to load. The context is built
    /// by hand, as PluginLoader builds it, but for that class's look into this program's own runtimeconfig.json for more folders, of which
    /// there are none: reading it through JsonSerializer took 45 of the 58 ms of CPU that loading a small predictor took.
    /// </remarks>
    public static Predictor Load(string path, string className)
    {
        AssemblyLoadContext context = new AssemblyLoadContextBuilder().SetMainAssemblyPath(path)
            .SetDefaultContext(AssemblyLoadContext.Default).Build();
        Type type = Find(context.LoadFromAssemblyPath(path), className);
        return new Predictor(New(type), type);
    }

    /// <summary>Another instance of the class; what it keeps in statics lives on.</summary>
    public Predictor Fresh() => new(New(type), type);

    public void Setup(string[][] t) => setup(t[0], t[1], t[2], t[3], t[4], t[5], t[6], t[7], t[8]);

    public void ReceiveEvents(string blockGroup, int month, string[] crms, string[] violations, string[] permits, string[] emergencies) =>
        receiveEvents(blockGroup, month, crms, violations, permits, emergencies);

    /// <returns>What the predictor returned: an array of doubles, null, or whatever it passed off as one.</returns>
    public object? Predict(string blockGroup, int month, string[] locations) => AsItIs(predict(blockGroup, month, locations));

    /// <summary>
    /// The class is one of the first in the table of types, and asking those for their names is cheap. GetType would read the name as the
    /// grammar of all type names has it, with vector code that is compiled in each worker anew: 9 ms of the 18 that loading took.
    /// </summary>
    private static Type Find(Assembly assembly, string className)
    {
        const int firstOfTable = 0x02000002;    // after <Module> (ECMA-335, II.22.37)
        for (int token = firstOfTable; token < firstOfTable + 16; token++)
        {
            try
            {
                if (assembly.ManifestModule.ResolveType(token) is var type && type.FullName == className)
                    return type;
            }
            catch (Exception unusable) when (unusable is ArgumentOutOfRangeException or TypeLoadException or FileNotFoundException
            or FileLoadException or BadImageFormatException)
            {
                break;    // the table's end, or a type that is not asked for and can't be loaded
            }
        }
        return assembly.GetType(className, throwOnError: true)!;
    }

    /// <summary>Makes the compiler forget the declared type: it would take a check against that for granted, and leave it out.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static object? AsItIs(object? returned) => returned;

    private static object New(Type type) =>
        Activator.CreateInstance(type, BindingFlags.Instance | BindingFlags.Public | BindingFlags.DoNotWrapExceptions, null, null, null)!;

    private static T Bind<T>(object instance, Type type, string name)
        where T : Delegate
    {
        Type[] parameters = Array.ConvertAll(typeof(T).GetMethod("Invoke")!.GetParameters(), parameter => parameter.ParameterType);
        MethodInfo method = type.GetMethod(name, BindingFlags.Public | BindingFlags.Instance, parameters)
            ?? throw new MissingMethodException(type.FullName, name);
        return method.CreateDelegate<T>(instance);
    }
}
