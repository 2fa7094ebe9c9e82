using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Evaluator.Confinement.Disk;

/// <summary>One SHA-256 over many files: name and content, each behind its length, so that no two sets of files look alike.</summary>
public static class ContentHash
{
    /// <returns>Lower-case hex; the files count in ordinal order of their names.</returns>
    public static string Of(IEnumerable<ClosureFile> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[8];
        foreach (ClosureFile file in files.OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            foreach (byte[] part in (byte[][])[Encoding.UTF8.GetBytes(file.Name), file.Content])
            {
                BinaryPrimitives.WriteInt64LittleEndian(length, part.Length);
                hash.AppendData(length);
                hash.AppendData(part);
            }
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
