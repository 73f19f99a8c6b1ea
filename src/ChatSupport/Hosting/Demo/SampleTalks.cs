using System.Globalization;
using ChatSupport.Conversations;
using ChatSupport.Dialogs.Running;

namespace ChatSupport.Hosting.Demo;

/// <summary>Talks of sample workers, each through the same turns as a real one: they agree, walk about by numbers and words, and stay somewhere.</summary>
internal sealed class SampleTalks(ConversationDoor door, ConversationKeys keys, TimeProvider time)
{
    private const int Talks = 60;
    private const int MostSteps = 9;

    private static readonly string[] words = ["ម៉ោងធ្វើការ", "ប្រាក់ខែ", "ពេទ្យ", "overtime", "hours", "អេដស៍", "ប៉ូលិស"];

    /// <summary>Opaque keys of the conversations.</summary>
    public IReadOnlyList<string> Conversations { get; } = [.. Enumerable.Range(1, Talks).Select(number => keys.For(SampleChannel.Name, "sample", number.ToString(CultureInfo.InvariantCulture)))];

    /// <summary>Has them all.</summary>
    /// <param name="chance">Decides what they do.</param>
    /// <param name="cancel">Ends it between two turns.</param>
    public async Task Hold(Random chance, CancellationToken cancel)
    {
        foreach (var (conversation, number) in Conversations.Select((conversation, at) => (conversation, at)))
        {
            var steps = chance.Next(1, MostSteps);
            foreach (var (typed, at) in Enumerable.Range(0, steps).Select(_ => Typed(chance)).Prepend("1").Prepend("/start").Select((typed, at) => (typed, at)))
            {
                await door.Receive(new Inbound
                {
                    Id = $"{SampleChannel.Name}:{number}:{at}",
                    Conversation = conversation,
                    Address = $"sample {number}",
                    Event = new InboundEvent.Did(new Input.Text(typed)),
                    ArrivedAt = time.GetUtcNow(),
                    LanguageHint = number % 6 == 0 ? "en" : "km",
                }, cancel);
            }
        }
    }

    private static string Typed(Random chance) =>
        chance.Next(4) == 0 ? words[chance.Next(words.Length)] : chance.Next(1, 6).ToString(CultureInfo.InvariantCulture);
}
