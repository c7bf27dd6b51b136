using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ChatBot.Monitoring;
using Microsoft.Extensions.DependencyInjection;

namespace ChatBot.Tests.Monitoring;

/// <summary>A pinned CA is trusted, and it alone; the host name is still checked.</summary>
public class CertificateTests
{
    [Theory]
    [InlineData("right", "127.0.0.1", true)]
    [InlineData("wrong", "127.0.0.1", false)]
    [InlineData("none", "127.0.0.1", false)]
    [InlineData("right", "10.9.8.7", false)]
    public async Task Only_the_pinned_ca_and_the_right_name_are_trusted(string pinned, string name, bool trusted)
    {
        var (ca, certificate) = Issue(name);
        var time = new StageClock(Floor.Start);
        await using var stub = await StubCentre.StartAsync(time, certificate);
        stub.Has("/agentgroup/agentrestinfo", Payloads.ClassicRest(0, 0, 0));
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, (pinned == "wrong" ? Issue(name).Ca : ca).ExportCertificatePem());
        using var host = Floor.Host(stub.Address, Edition.Classic, time, ("CertificateFile", pinned == "none" ? "" : file));

        var results = await host.Services.GetRequiredService<MonitoringCheck>().RunAsync(default);

        File.Delete(file);
        if (trusted) Assert.Equal(["address", "signature", "data"], results.Where(r => r.Ok).Select(r => r.What));
        else Assert.Contains("Monitoring:CertificateFile", Assert.Single(results, r => !r.Ok).Mend);
        Assert.Equal(trusted ? 1 : 0, stub.Calls.Count);
    }

    private static (X509Certificate2 Ca, X509Certificate2 Server) Issue(string name)
    {
        using var caKey = RSA.Create(2048);
        var caRequest = new CertificateRequest("CN=A private CA", caKey, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        caRequest.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var issuer = caRequest.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));

        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=contact centre", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Parse(name));
        request.CertificateExtensions.Add(names.Build());
        using var server = request.Create(issuer, DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(20), RandomNumberGenerator.GetBytes(8));
        using var withKey = server.CopyWithPrivateKey(key);
        return (X509CertificateLoader.LoadCertificate(issuer.Export(X509ContentType.Cert)),
            X509CertificateLoader.LoadPkcs12(withKey.Export(X509ContentType.Pfx), null));
    }
}
