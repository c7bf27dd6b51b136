using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace ChatBot.Tests;

/// <summary>A request whose body is announced and never sent. Who sends one that is refused unread may find the connection
/// closed before the refusal is heard; and who reads on before refusing waits here for ever.</summary>
internal static class Announced
{
    /// <returns>The status of the answer.</returns>
    public static async Task<int> StatusAsync(Uri address, string path, long bytes)
    {
        using var limit = Supervisor.Limit();
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port, limit.Token);
        await using var stream = client.GetStream();
        var head = $"POST {path} HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/json\r\nContent-Length: {bytes}\r\n\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), limit.Token);
        using var answer = new StreamReader(stream, Encoding.ASCII);
        var status = await answer.ReadLineAsync(limit.Token);
        return int.Parse(status!.Split(' ')[1], CultureInfo.InvariantCulture);
    }
}
