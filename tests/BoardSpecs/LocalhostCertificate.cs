using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Evaluator.BoardSpecs;

/// <summary>A certificate of a spec's own for <c>localhost</c>, good for two days, by the names that servers and nginx use.</summary>
internal static class LocalhostCertificate
{
    public const string File = "fullchain.pem", KeyFile = "privkey.pem";

    public static void Write(string folder)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new("CN=localhost", key, HashAlgorithmName.SHA256);
        SubjectAlternativeNameBuilder names = new();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using X509Certificate2 certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        System.IO.File.WriteAllText(Path.Combine(folder, File), certificate.ExportCertificatePem());
        System.IO.File.WriteAllText(Path.Combine(folder, KeyFile), key.ExportPkcs8PrivateKeyPem());
    }
}
