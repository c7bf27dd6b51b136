using ChatBot.Monitoring;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ChatBot.Tests.Monitoring;

/// <summary>A wrong setting stops the start with its key and the mend, and never tells a secret.</summary>
public class SettingsTests
{
    [Theory]
    [InlineData("Address", "", "https://10.22.26.181:28443")]
    [InlineData("Address", "ftp://x", "https://10.22.26.181:28443")]
    [InlineData("Address", "https://x:1/rest", "leave out the path")]
    [InlineData("AccessKey", "", "AK you got from the operator")]
    [InlineData("AccessKey", "a/b", "'/'")]
    [InlineData("SecretKey", "", "Monitoring__SecretKey")]
    [InlineData("AccessKey", "a b", "copy the AK again")]
    [InlineData("Edition", "7", "Current (8.14 and later) or Classic")]
    [InlineData("BodyForm", "7", "Tables or Samples")]
    [InlineData("CallCentre", "0", "1 to 65535")]
    [InlineData("Vdn", "5001", "1 to 5000")]
    [InlineData("Timeout", "00:00:10", "00:00:09.5")]
    [InlineData("Timeout", "00:00:00.5", "00:00:01")]
    [InlineData("MaxAge", "-00:00:01", "00:01:00")]
    [InlineData("MaxAge", "00:01:01", "00:01:00")]
    [InlineData("MaxAnswerMegabytes", "0", "1 and 256")]
    [InlineData("TimeZone", "Mars/Base", "Asia/Shanghai")]
    [InlineData("CertificateFile", "/does/not/exist.pem", "PEM or DER")]
    [InlineData("Skills:0:Id", "0", "1 to 10000")]
    [InlineData("Skills:0:Id", "10001", "1 to 10000")]
    [InlineData("Signature:EmptyQueryLine", "9", "Auto, Omit or Include")]
    [InlineData("Signature:SignedHeaders", "content-type", "lacks host")]
    [InlineData("Signature:SignedHeaders", "host;x-date", "not sent")]
    public void Names_the_key_and_the_mend(string key, string value, string mend)
    {
        using var host = Floor.Host("http://127.0.0.1:1", Edition.Classic, TimeProvider.System, (key, value));

        var wrong = Assert.Throws<OptionsValidationException>(() => host.Services.GetRequiredService<IOptions<MonitoringSettings>>().Value);

        var failure = Assert.Single(wrong.Failures);
        Assert.StartsWith("Monitoring:" + key.Replace(":0:Id", ":0:Id"), failure);
        Assert.Contains(mend, failure);
        Assert.DoesNotContain("not-a-real-secret", failure);
    }

    [Fact]
    public void A_queue_named_twice_is_told()
    {
        using var host = Floor.Host("http://127.0.0.1:1", Edition.Classic, TimeProvider.System, ("Skills:0:Id", "3"), ("Skills:1:Id", "3"), ("Skills:1:Vdn", "1"));

        var wrong = Assert.Throws<OptionsValidationException>(() => host.Services.GetRequiredService<IOptions<MonitoringSettings>>().Value);

        Assert.Contains("queue 3 of VDN 1 2 times", Assert.Single(wrong.Failures));
    }
}
