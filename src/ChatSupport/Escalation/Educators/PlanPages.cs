using System.Collections.Immutable;
using System.Globalization;
using ChatSupport.Conversations;
using ChatSupport.Dialogs.Running;
using ChatSupport.Escalation.Desk;
using ChatSupport.Escalation.Duty;

namespace ChatSupport.Escalation.Educators;

/// <summary>The hours that an educator plans for herself: a day, and its blocks of two hours, each with one tap.</summary>
internal static class PlanPages
{
    private const int BlockHours = 2;

    private static readonly string[] daysKm = ["អាទិត្យ", "ចន្ទ", "អង្គារ", "ពុធ", "ព្រហស្បតិ៍", "សុក្រ", "សៅរ៍"];

    public static void Press(DeskPen pen, Educator educator, string verb, string[] about)
    {
        if (about is not [var first, ..] || !int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var day) || day is < 0 or > 6)
        {
            pen.Tell(educator, Week(educator));
            return;
        }
        if (verb == DeskButton.Block && about is [_, var second] && int.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out var hour)
            && hour is >= 0 and < 24 && hour % BlockHours == 0)
        {
            var block = new ShiftBlock((DayOfWeek)day, hour);
            educator = pen.Save(educator with { Plan = educator.Plan.Contains(block) ? educator.Plan.Remove(block) : educator.Plan.Add(block) });
        }
        pen.Tell(educator, Day(educator, day));
    }

    private static OutboundBody.Line Week(Educator educator) => new()
    {
        Text = DeskWord.PlanHead.In(educator.Language),
        Buttons = [.. Enumerable.Range(0, 7).Select(day => ImmutableArray.Create(new Button(DeskButton.Id(DeskButton.Plan, Text(day)), NameOf(educator, day))))],
    };

    private static OutboundBody.Line Day(Educator educator, int day) => new()
    {
        Text = $"{NameOf(educator, day)}\n{DeskWord.PlanDay.In(educator.Language)}",
        Buttons =
        [
            .. Enumerable.Range(0, 12).Select(block => block * BlockHours).Chunk(3).Select(hours => hours.Select(hour => new Button(
                DeskButton.Id(DeskButton.Block, Text(day), Text(hour)),
                (educator.Plan.Contains(new ShiftBlock((DayOfWeek)day, hour)) ? "✅ " : "") + $"{DeskWords.Number(hour, educator.Language)}–{DeskWords.Number(hour + BlockHours, educator.Language)}")).ToImmutableArray()),
            [DeskLines.Button(educator, DeskWord.ButtonPlan, DeskButton.Plan)],
        ],
    };

    private static string NameOf(Educator educator, int day) =>
        educator.Language == "km" ? daysKm[day] : CultureInfo.InvariantCulture.DateTimeFormat.GetDayName((DayOfWeek)day);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
