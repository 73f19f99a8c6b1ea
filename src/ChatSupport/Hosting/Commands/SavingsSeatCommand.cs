using System.CommandLine;
using System.Globalization;
using ChatSupport.Savings.Groups;
using ChatSupport.Savings.Seats;
using ChatSupport.Staff.Audit;
using ChatSupport.Storage;

namespace ChatSupport.Hosting.Commands;

/// <summary><c>chatsupport savings seat</c>, <c>unlink</c> and <c>meeting</c>: what staff do about members' phones, also while the program serves.</summary>
internal static class SavingsSeatCommand
{
    private const string Codes = "Exit code 0: done, 1: refused, 2: could not run.";

    public static Command BuildSeat(string[] settings)
    {
        var (group, book, second) = (Group(), Book(), new Option<bool>("--second-pin") { Description = "Asks for a code that lets her choose a second PIN, which shows her other pocket as well: a savings officer asks for the same in the console within the hour, and gets it." });
        var command = new Command("seat", $"Shows a code of twelve digits that a member, who is there, types in the bot to look at her savings. It works once, for 15 minutes. {Codes}") { group, book, second };
        command.SetAction((parse, cancel) => CommandHost.Run(parse, settings, needsDatabase: true, services =>
            ForMember(parse, services, parse.GetRequiredValue(group), parse.GetRequiredValue(book), (desk, member) => parse.GetValue(second)
                ? desk.GiveSecondPin(member, AuditNote.CommandLine, cancel) : desk.GiveCode(member, AuditNote.CommandLine, cancel))));
        return command;
    }

    public static Command BuildUnlink(string[] settings)
    {
        var (group, book) = (Group(), Book());
        var command = new Command("unlink", $"A member's phone is lost: nothing of her savings is shown there any more, and its chat is emptied within a minute. {Codes}") { group, book };
        command.SetAction((parse, cancel) => CommandHost.Run(parse, settings, needsDatabase: true, services =>
            ForMember(parse, services, parse.GetRequiredValue(group), parse.GetRequiredValue(book), (desk, member) => desk.TakeOff(member, AuditNote.CommandLine, cancel))));
        return command;
    }

    public static Command BuildMeeting(string[] settings)
    {
        var (group, day) = (Group(), new Argument<string>("day") { Description = "The day in Phnom Penh, for example 2026-12-01; 'none' where nobody knows." });
        var command = new Command("meeting", $"Notes when a group meets next. Members who wish so are told two days before. {Codes}") { group, day };
        command.SetAction((parse, cancel) => CommandHost.Run(parse, settings, needsDatabase: true, async services =>
        {
            services.GetRequiredService<DatabaseStart>().Prepare();
            var typed = parse.GetRequiredValue(day);
            if (typed != "none" && !DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
                return await Fail(parse, $"'{typed}' is no day. Write it like 2026-12-01, or 'none'.");
            if (Find(services, parse.GetRequiredValue(group)) is not { } found)
                return await Fail(parse, NoGroup(parse.GetRequiredValue(group)));
            DateOnly? when = typed == "none" ? null : DateOnly.ParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture);
            return await Say(parse, await services.GetRequiredService<SeatDesk>().SetMeeting(found.Id, when, AuditNote.CommandLine, cancel));
        }));
        return command;
    }

    private static async Task<int> ForMember(ParseResult parse, IServiceProvider services, string group, string book, Func<SeatDesk, string, Task<SeatAnswer>> act)
    {
        services.GetRequiredService<DatabaseStart>().Prepare();
        if (Find(services, group) is not { } found)
            return await Fail(parse, NoGroup(group));
        return services.GetRequiredService<GroupRoll>().Find(found.Id, book) is { } member
            ? await Say(parse, await act(services.GetRequiredService<SeatDesk>(), member.Id))
            : await Fail(parse, $"Nobody of that group has book '{book}'. Look at the number on the paper book.");
    }

    private static async Task<int> Say(ParseResult parse, SeatAnswer answer)
    {
        if (answer is SeatAnswer.Refused { Why: var why })
        {
            return await Fail(parse, why switch
            {
                SeatRefusal.NotLinked => "She looks at her savings on no phone yet. Run 'chatsupport savings seat' for her first.",
                SeatRefusal.NoPin => "She has not chosen her first PIN yet.",
                SeatRefusal.NotThatDay => "That day has passed. Name one that is to come.",
                _ => $"It was not done: {why}.",
            });
        }
        await parse.InvocationConfiguration.Output.WriteLineAsync(answer switch
        {
            SeatAnswer.Code code => string.Create(CultureInfo.InvariantCulture,
                $"{code.Digits}\nShe writes 'savings' to the bot, presses 'I have a code' and types it before {code.Until.ToOffset(TimeSpan.FromHours(7)):HH:mm}, Phnom Penh time. It is shown this once."),
            SeatAnswer.NeedsAnother => "That takes two. A savings officer presses 'Code for a second PIN' at /console/savings/phones within the hour, she being there, and gets the code.",
            _ => "Done.",
        });
        return ExitCode.Fine;
    }

    private static async Task<int> Fail(ParseResult parse, string why)
    {
        await parse.InvocationConfiguration.Error.WriteLineAsync(why);
        return ExitCode.Errors;
    }

    private static SavingsGroup? Find(IServiceProvider services, string group) =>
        services.GetRequiredService<GroupRoll>().Groups().Where(one => one.Id == group || string.Equals(one.Name, group.Trim(), StringComparison.OrdinalIgnoreCase)).ToList() is [var found] ? found : null;

    private static string NoGroup(string group) => $"There is no one group '{group}'. Give its id, or its whole name where only one has it.";

    private static Argument<string> Group() => new("group") { Description = "Id or whole name of her group." };

    private static Argument<string> Book() => new("book") { Description = "The number on her paper book." };
}
