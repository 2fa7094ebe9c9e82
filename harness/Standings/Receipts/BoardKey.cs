using System.Security.Cryptography;

namespace Evaluator.Standings.Receipts;

/// <summary>A board's signing key, ECDSA on P-256 with SHA-256. It is made with the board and never leaves it.</summary>
public sealed class BoardKey : IDisposable
{
    private readonly ECDsa key;

    private BoardKey(ECDsa key)
    {
        this.key = key;
        Public = PublicKey.Of(key.ExportSubjectPublicKeyInfo());
    }

    /// <summary>What everybody may know.</summary>
    public PublicKey Public { get; }

    public static BoardKey Fresh() => new(ECDsa.Create(ECCurve.NamedCurves.nistP256));

    /// <param name="pem">What <see cref="ToPem"/> gave.</param>
    /// <exception cref="CryptographicException">It is no such key.</exception>
    public static BoardKey FromPem(string pem)
    {
        ECDsa key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            if (key.KeySize != 256)
                throw new CryptographicException($"a key of {key.KeySize} bits; expected one on P-256");
            return new BoardKey(key);
        }
        catch (Exception wrong) when (wrong is CryptographicException or ArgumentException)
        {
            key.Dispose();
            throw new CryptographicException($"this is no board's key: {wrong.Message}", wrong);
        }
    }

    /// <summary>The secret key, PKCS #8.</summary>
    public string ToPem() => key.ExportPkcs8PrivateKeyPem();

    /// <summary>A signature in DER, so that <c>openssl dgst -sha256 -verify</c> can check it.</summary>
    public byte[] Sign(ReadOnlySpan<byte> bytes) => key.SignData(bytes, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

    public void Dispose() => key.Dispose();
}
