using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ChatSupport.Fuzzing;
using CsCheck;

namespace ChatSupport.Tests.Fuzz;

/// <summary>A hundred thousand bodies to each door of the whole program: noise, mangled sound ones, and the words of the protocol in any order. No fault of
/// ours, and afterwards the next worker is answered as always.</summary>
public sealed class KnockingAtEveryDoor(DoorHost host) : IClassFixture<DoorHost>
{
    private const long MostMemory = 1024L * 1024 * 1024; // other tests share the process

    private static readonly byte[] number = Encoding.ASCII.GetBytes(DoorSamples.NextNumber);
    private static readonly MediaTypeHeaderValue json = new("application/json");

    [Fact]
    public Task With_updates_of_Telegram() => Knock(Mangled.Bytes(DoorSamples.Updates, DoorSamples.UpdateWords), body => host.Webhook(Numbered(body)));

    [Fact]
    public Task With_the_data_of_pressed_buttons() => Knock(
        Mangled.Texts(Samples.Buttons, Samples.ButtonWords).Select(Encoding.UTF8.GetBytes),
        data => host.Webhook(Numbered(Encoding.UTF8.GetBytes($$$"""
            {"update_id":{{{DoorSamples.NextNumber}}},"callback_query":{"id":"9","from":{"id":5550002,"is_bot":false,"first_name":"S"},"chat_instance":"1","data":{{{JsonSerializer.Serialize(Encoding.UTF8.GetString(data))}}},
            "message":{"message_id":5,"date":0,"chat":{"id":{{{5_560_000 + (host.Next() % 200)}}},"type":"private"} } } }
            """))));

    [Fact]
    public Task With_activities() => Knock(Mangled.Bytes(DoorSamples.Activities, DoorSamples.ActivityWords), body => host.DirectLine("/v3/directline/conversations/{id}/activities", body, json));

    [Fact]
    public Task With_starts_of_chats() => Knock(Mangled.Bytes(DoorSamples.Activities, DoorSamples.ActivityWords), body => host.DirectLine("/v3/directline/conversations", body, json));

    [Fact]
    public Task With_uploads() => Knock(Mangled.Bytes(DoorSamples.Uploads, DoorSamples.UploadWords),
        body => host.DirectLine("/v3/directline/conversations/{id}/upload", body, MediaTypeHeaderValue.Parse($"multipart/form-data; boundary={DoorSamples.Boundary}")));

    private async Task Knock(Gen<byte[]> bodies, Func<byte[], Task> knock)
    {
        await Fuzzed.Calls(bodies, knock);

        await host.IsWell();
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true), 0, MostMemory);
    }

    /// <summary>With a number of its own, or else the program would answer that it knows the update.</summary>
    private byte[] Numbered(byte[] body)
    {
        var at = body.AsSpan().IndexOf(number);
        return at < 0 ? body : [.. body[..at], .. Encoding.ASCII.GetBytes(host.Next().ToString(CultureInfo.InvariantCulture)), .. body[(at + number.Length)..]];
    }
}
