using System.Text;
using ChatSupport.Conversations;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Tests.Conversations;

public sealed class StoreTellsNothing
{
    [Fact]
    public async Task Nobody_reads_a_chat_id_a_message_or_an_answer_in_the_files()
    {
        var folder = Directory.CreateTempSubdirectory("chatsupport-bytes-").FullName;
        const string Address = "998877665544332211";
        string[] secrets = [Address, "marked-secret-answer", "marked-secret-line", "rights/violence"];
        await using (var host = new StoreHost(folder))
        {
            for (var n = 1; n <= 200; n++)
            {
                var key = Some.Key();
                var state = Some.State(1) with
                {
                    Dialog = new DialogState
                    {
                        Screen = ScreenId.Of("rights/violence"),
                        Language = "km",
                        Variables = new Variables(Variables.None.Items.Add("answer", new Value.Text("marked-secret-answer"))),
                    },
                };
                await host.Commit(Some.Inbound(key, address: Address), new Turn { Next = state, Out = [Some.Line("marked-secret-line")] });
            }
            AssertUnreadable(folder, secrets);
        }
        AssertUnreadable(folder, secrets);
        Directory.Delete(folder, recursive: true);
    }

    private static void AssertUnreadable(string folder, string[] secrets)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            foreach (var secret in secrets)
            {
                Assert.False(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) >= 0, $"'{secret}' can be read in {Path.GetFileName(file)}");
                Assert.False(bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(secret)) >= 0, $"'{secret}' can be read in {Path.GetFileName(file)} as UTF-16");
            }
        }
    }
}
