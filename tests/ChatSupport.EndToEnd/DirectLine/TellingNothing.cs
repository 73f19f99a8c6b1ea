using System.Text;
using System.Text.Json.Nodes;

namespace ChatSupport.EndToEnd.DirectLine;

[Collection(OneServed.Name)]
public sealed class TellingNothing
{
    [Fact]
    public async Task What_the_program_writes_and_keeps_holds_no_word_id_token_or_ticket_of_a_chat()
    {
        var folder = ChatSupportProcess.NewFolder();
        string[] marks;
        await using (var program = await Served.Start(folder))
        {
            var chat = await Chat.Begin(program.Url);
            using var stream = await chat.OpenStream();
            await chat.Follow(stream, "Do you agree?");
            await chat.Presses("I agree. Begin");
            await chat.Types("a marked word: pomegranate");
            using var photo = new ByteArrayContent([0xFF, 0xD8, 0xFF, .. "a marked picture: tamarind"u8]);
            photo.Headers.ContentType = new("image/jpeg");
            await chat.Call(HttpMethod.Post, $"conversations/{chat.Id}/upload", chat.Token, content: photo);
            await chat.Call(HttpMethod.Post, $"conversations/{chat.Id}/activities", chat.Token, JsonValue.Create("a marked fault: rambutan"));
            await chat.Types("number 1");
            await chat.Follow(stream, "What would you like to know?");
            marks = ["pomegranate", "tamarind", "rambutan", chat.Id, chat.Token, chat.Token.Split('.')[2], new Uri(chat.StreamUrl).Query.Split("t=")[1], "192.0.2.1", Served.Secret];

            Assert.Equal(0, await program.Stop());
            Assert.All(marks, mark => Assert.DoesNotContain(mark, program.Output, StringComparison.Ordinal));
        }

        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var bytes = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
            Assert.All(marks, mark => Assert.False(bytes.Contains(mark, StringComparison.Ordinal), $"{file} holds '{mark}'."));
        }
    }
}
