namespace Evaluator.Confinement.Disk;

/// <summary>Makes a folder that was not there. .NET's own making is content with one that somebody else made a moment ago.</summary>
public static class FolderMaking
{
    private const int AlreadyThere = 17;    // EEXIST

    /// <returns>False where there is something of that name already.</returns>
    /// <exception cref="IOException">It can't be made.</exception>
    public static bool TryMake(string path)
    {
        if (LibC.mkdir(path, 0b111_111_101) == 0)
            return true;
        int error = System.Runtime.InteropServices.Marshal.GetLastPInvokeError();
        return error == AlreadyThere
            ? false
            : throw new IOException(
                $"the folder {path} can't be made: {System.Runtime.InteropServices.Marshal.GetPInvokeErrorMessage(error)}");
    }
}
