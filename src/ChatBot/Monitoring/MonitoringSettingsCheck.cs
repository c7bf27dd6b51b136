using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace ChatBot.Monitoring;

/// <summary>Names the key and the mend of every setting that cannot work. Never repeats a key's secret.</summary>
internal sealed class MonitoringSettingsCheck : IValidateOptions<MonitoringSettings>
{
    public ValidateOptionsResult Validate(string? name, MonitoringSettings settings)
    {
        string[] wrong = [.. Wrong(settings)];
        return wrong.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static IEnumerable<string> Wrong(MonitoringSettings s)
    {
        if (!Uri.TryCreate(s.Address, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            yield return $"Monitoring:Address is '{WithoutUser(s.Address)}': set it to the contact centre's address, such as https://10.22.26.181:28443.";
        else if (address.PathAndQuery != "/" || address.UserInfo != "" || address.Fragment != "")
            yield return "Monitoring:Address holds more than scheme, host and port: leave out the path, query and user, as in https://10.22.26.181:28443.";

        if (s.AccessKey is "") yield return "Monitoring:AccessKey is empty: set it to the AK you got from the operator.";
        else if (s.AccessKey.Contains('/')) yield return "Monitoring:AccessKey contains '/', which the signature cannot carry: check that AK and SK are not exchanged.";
        else if (s.AccessKey.Any(c => c is <= ' ' or > '~')) yield return "Monitoring:AccessKey contains a blank or a character that is not ASCII: copy the AK again.";
        if (s.SecretKey is "") yield return "Monitoring:SecretKey is empty: set it to the SK you got from the operator (better by the environment variable Monitoring__SecretKey).";

        if (!Enum.IsDefined(s.Edition)) yield return "Monitoring:Edition must be Current (8.14 and later) or Classic (8.13 and before).";
        if (!Enum.IsDefined(s.BodyForm)) yield return "Monitoring:BodyForm must be Tables or Samples.";
        if (s.CallCentre is < 1 or > 65535) yield return $"Monitoring:CallCentre is {s.CallCentre}: set it to the ccId, 1 to 65535.";
        if (s.Vdn is < 1 or > 5000) yield return $"Monitoring:Vdn is {s.Vdn}: set it to the VDN's number, 1 to 5000.";
        if (s.Timeout < TimeSpan.FromSeconds(1) || s.Timeout > TimeSpan.FromSeconds(9.5))
            yield return $"Monitoring:Timeout is {s.Timeout}: set it between 00:00:01 and 00:00:09.5.";
        if (s.MaxAge < TimeSpan.Zero || s.MaxAge > TimeSpan.FromMinutes(1))
            yield return $"Monitoring:MaxAge is {s.MaxAge}: set it between 00:00:00 and 00:01:00.";
        if (s.MaxAnswerMegabytes is < 1 or > 256)
            yield return $"Monitoring:MaxAnswerMegabytes is {s.MaxAnswerMegabytes}: set it between 1 and 256.";
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(s.TimeZone ?? "", out _))
            yield return $"Monitoring:TimeZone '{Shown(s.TimeZone)}' is not known here: set it to an IANA id such as Asia/Shanghai.";

        foreach (var message in WrongSkills(s).Concat(WrongSignature(s.Signature))) yield return message;
        if (CertificateProblem(s.CertificateFile) is { } problem) yield return problem;
    }

    private static IEnumerable<string> WrongSkills(MonitoringSettings s)
    {
        for (var i = 0; i < s.Skills.Count; i++)
        {
            var skill = s.Skills[i];
            if (skill.Id is < 1 or > 10000) yield return $"Monitoring:Skills:{i}:Id is {skill.Id}: set it to the queue's number, 1 to 10000.";
            if (skill.Vdn is < 1 or > 5000) yield return $"Monitoring:Skills:{i}:Vdn is {skill.Vdn}: set it to 1 to 5000, or leave it out to mean Monitoring:Vdn.";
        }

        foreach (var twice in s.Skills.GroupBy(k => (Vdn: k.Vdn ?? s.Vdn, k.Id)).Where(g => g.Count() > 1))
            yield return $"Monitoring:Skills names queue {twice.Key.Id} of VDN {twice.Key.Vdn} {twice.Count()} times: keep one entry and put further names in its OtherNames.";
    }

    private static IEnumerable<string> WrongSignature(SignatureSettings signature)
    {
        var headers = signature.Headers();
        if (!headers.Contains("host")) yield return "Monitoring:Signature:SignedHeaders lacks host, which must always be signed: add it, as in content-length;content-type;host.";
        foreach (var header in headers.Except(["content-length", "content-type", "host"]))
            yield return $"Monitoring:Signature:SignedHeaders names '{Shown(header)}', which is not sent: choose from content-length, content-type and host.";
        if (!Enum.IsDefined(signature.EmptyQueryLine)) yield return "Monitoring:Signature:EmptyQueryLine must be Auto, Omit or Include.";
    }

    private static string? CertificateProblem(string? file)
    {
        if (string.IsNullOrEmpty(file)) return null;
        try
        {
            return PinnedCertificate.Load(file).Count > 0
                ? null
                : $"Monitoring:CertificateFile '{file}' holds no certificate: it must be a PEM or DER file with the CA of the contact centre.";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return $"Monitoring:CertificateFile '{file}' cannot be read ({Clean.Text(e.Message)}): give the path of a PEM or DER file with the CA of the contact centre.";
        }
    }

    /// <summary>Somebody's password may stand before an '@'.</summary>
    private static string WithoutUser(string address) => Shown(address[(address.LastIndexOf('@') + 1)..]);

    private static string Shown(string? text) => Clean.Text(text ?? "", 60);
}
