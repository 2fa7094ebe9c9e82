using System.Security.Cryptography;
using Evaluator.Standings.Sealing;

namespace Evaluator.Standings.Receipts;

/// <summary>The public half of a board's key: what receipts, heads and profiles are checked against.</summary>
public sealed class PublicKey
{
    private readonly byte[] info;

    private PublicKey(byte[] info) => (this.info, Id) = (info, Digest.Of(info));

    /// <summary>The SHA-256 of the key (its SubjectPublicKeyInfo): short enough to be compared by people.</summary>
    public Digest Id { get; }

    public static PublicKey Of(byte[] subjectPublicKeyInfo) => new(subjectPublicKeyInfo);

    /// <exception cref="CryptographicException">It is no public key on P-256.</exception>
    public static PublicKey FromPem(string pem)
    {
        using ECDsa key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            if (key.KeySize != 256)
                throw new CryptographicException($"a key of {key.KeySize} bits; expected one on P-256");
        }
        catch (Exception wrong) when (wrong is CryptographicException or ArgumentException)
        {
            throw new CryptographicException($"this is no board's public key: {wrong.Message}", wrong);
        }
        return new PublicKey(key.ExportSubjectPublicKeyInfo());
    }

    public string ToPem() => PemEncoding.WriteString("PUBLIC KEY", info);

    public bool Verifies(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> signature)
    {
        using ECDsa key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(info, out _);
        return key.VerifyData(bytes, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }
}
