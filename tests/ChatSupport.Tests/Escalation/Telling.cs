using ChatSupport.Conversations;
using ChatSupport.Dialogs.Running;
using ChatSupport.Escalation.Referrals;

namespace ChatSupport.Tests.Escalation;

/// <summary>What is said and pressed in talks about telling somebody outside.</summary>
internal static class Telling
{
    public const string To = "Sister Maly";
    public const string Exactly = "She needs a doctor this week.";
    public const string Yes = "✅ Yes, she may";
    public const string No = "❌ No, tell nobody";

    public static string ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
        return reader.ReadToEnd();
    }

    public static async Task Ask(Somebody helper, bool isAsked = true)
    {
        await helper.Presses("Refer");
        await helper.Types(To);
        await helper.Presses($"Use: {To}");
        await helper.Types(Exactly);
        if (isAsked)
            await helper.Presses("Ask her");
    }

    public static async Task OpensAllowed(Somebody worker)
    {
        await worker.Presses("What is kept");
        await worker.Presses("What I allowed");
    }

    /// <summary>The button that she was never shown, or of before.</summary>
    public static Task<string> Marks(DeskWorld world, Somebody helper, Somebody worker, string _) =>
        Press(helper, $"d-rf-told-{Only(world, worker).Id}-{Only(world, worker).Version}");

    public static Task<string> Press(Somebody helper, string button) => helper.Does(new InboundEvent.Did(new Input.Button(button)), pressed: "0");

    public static async Task Answers(DeskWorld world, Somebody worker, string key, bool isYes)
    {
        await world.Desk.Write(pen =>
        {
            Referring.Answer(pen, worker.Key, key, isYes);
            return true;
        }, TestContext.Current.CancellationToken);
        await world.Settle();
    }

    public static string[] Labels(Somebody somebody) => [.. somebody.Sees.SelectMany(shown => shown.Buttons).Select(button => button.Label)];

    public static List<Referral> All(DeskWorld world, Somebody worker) => world.Desk.Read(pen => pen.Referrals.OfWorker(worker.Key));

    public static Referral Only(DeskWorld world, Somebody worker) => Assert.Single(All(world, worker));
}
