using ChatSupport.Savings.Amounts;
using ChatSupport.Savings.Figures;
using ChatSupport.Savings.Groups;
using ChatSupport.Savings.Meetings;
using ChatSupport.Savings.Office;
using ChatSupport.Savings.Seats;
using ChatSupport.Staff.Roles;
using ChatSupport.Storage;
using ChatSupport.Storage.Encryption;
using CsCheck;

namespace ChatSupport.Tests.Savings.Office;

public sealed class FiguresOfTheSavings
{
    private static readonly long iterations = long.TryParse(Environment.GetEnvironmentVariable("SAVINGS_CELLS"), out var more) ? more : 3_000;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Whoever sees the table, its total and how it was made cannot find out one hidden number: other numbers would give the same table.</summary>
    [Fact]
    public void No_hidden_number_can_be_counted_back() => Gen.Select(Gen.Int[0, 12], Gen.Int[0, 20]).List[1, 6].Sample(rows =>
    {
        var counts = rows.Select(row => row.Item1).ToList();
        var (hidden, total) = Suppression.Of([.. counts.Select(count => new[] { count })], [.. rows.Select(row => row.Item2)]);

        Assert.All(counts.Select((count, at) => (count, at)).Where(one => Suppression.IsSmall(one.count)), one => Assert.True(hidden[one.at]));
        Assert.True(total || !Suppression.IsSmall(counts.Sum()));
        if (total || !hidden.Contains(true))
            return;
        var sum = counts.Where((_, at) => hidden[at]).Sum(); // the total less what is shown
        var places = hidden.Count(one => one);
        Assert.True(places > 1 && sum >= Suppression.FewerThan);
        // Each hidden number is at least 1, and one of them at least is small: that is all that anybody knows.
        var most = sum - (places - 1);
        Assert.True(most >= Suppression.FewerThan, $"{string.Join(' ', counts)}: each hidden number is known to be small");
    }, iter: iterations);

    /// <summary>Five groups of one person each: their sum is five, and the five places tell that each is one.</summary>
    [Fact]
    public void Many_rows_of_one_are_not_hidden_behind_one_another_alone()
    {
        int[] counts = [1, 9, 1, 1, 1, 1];

        var (hidden, total) = Suppression.Of([.. counts.Select(count => new[] { count })], [19, 13, 20, 7, 4, 9]);

        Assert.False(total);
        Assert.All(hidden, Assert.True);
    }

    [Fact]
    public void Who_is_not_in_a_part_is_not_told_either() => Gen.Select(Gen.Int[0, 12], Gen.Int[0, 12]).List[1, 6].Sample(rows =>
    {
        var (hidden, total) = Suppression.Of([.. rows.Select(row => new[] { row.Item1, row.Item2 })]);

        for (var at = 0; at < rows.Count; at++)
            Assert.True(hidden[at] || (!Suppression.IsSmall(rows[at].Item1) && !Suppression.IsSmall(rows[at].Item2)));
        if (total || !hidden.Contains(true))
            return;
        Assert.True(hidden.Count(one => one) > 1);
        Assert.All(new[] { rows.Where((_, at) => hidden[at]).Sum(row => row.Item1), rows.Where((_, at) => hidden[at]).Sum(row => row.Item2) },
            sum => Assert.True(sum == 0 || sum - (hidden.Count(one => one) - 1) >= Suppression.FewerThan));
    }, iter: iterations);

    [Fact]
    public async Task A_month_says_who_saved_how_much_and_hides_the_group_of_few()
    {
        await using var office = new OfficeHost();
        var dara = await office.SignIn("dara");
        var (large, small, other) = (await office.Savings.Group(12, "Large"), await office.Savings.Group(3, "Small"), await office.Savings.Group(8, "Other"));
        await Save(office, large.Take(6), 4_000);
        await Save(office, small, 1_000);
        await Save(office, other, 2_000);

        var month = office.Get<FigureBook>().Months(dara, 3).Where(line => line.Month == office.Get<FigureBook>().Months(dara, 3)[0].Month).ToList();

        Assert.Equal([null, "Large", "Small", "Other"], month.Select(line => line.Group));
        Assert.Equal((23.0, 17.0, 43_000.0 / 23), (month[0].Members.Value, month[0].Savers.Value, month[0].RielPerMember.Value));
        Assert.True(month[2].Members.IsHidden && month[2].Savers.IsHidden && month[2].RielPerMember.IsHidden && month[2].MedianRiel.IsHidden);
        Assert.Equal(2, month.Skip(1).Count(line => line.Members.IsHidden)); // another one with it: the total less the rest would tell
        Assert.Equal((6.0, 50.0, 2_000.0, 4_000.0), (month[1].Savers.Value, month[1].SaversShare.Value, month[1].RielPerMember.Value, month[1].MedianRiel.Value));
        Assert.Null(month[1].DollarsPerMember.Value is 0 ? null : month[1].DollarsPerMember.Value);
        Assert.Equal(("••", "hidden"), (month[2].Members.ToString(), month[2].Members.Plain()));
    }

    [Fact]
    public async Task A_month_that_goes_on_is_for_officers_alone()
    {
        await using var office = new OfficeHost();
        var (dara, vanna) = (await office.SignIn("dara"), await office.SignIn("vanna", StaffRole.Manager));
        await Save(office, await office.Savings.Group(9), 4_000);
        var book = office.Get<FigureBook>();

        Assert.NotEmpty(book.Months(dara, 3));
        Assert.Empty(book.Months(vanna, 3));
        office.Savings.Time.Advance(TimeSpan.FromDays(31));
        Assert.Equal(9.0, book.Months(await office.SignIn("vanna", StaffRole.Manager), 3)[0].Savers.Value);
        Assert.Throws<ArgumentOutOfRangeException>(() => book.Months(office.SignIn("vanna", StaffRole.Manager).GetAwaiter().GetResult(), 5));
    }

    [Fact]
    public async Task Books_that_were_looked_at_corrections_and_withdrawals_are_counted()
    {
        await using var office = new OfficeHost();
        var (dara, srey) = (await office.SignIn("dara"), await office.SignIn("srey"));
        var members = await office.Savings.Group(10);
        await office.Safe(100_000);
        await Save(office, members, 4_000); // entries 2 to 11
        var (checks, withdrawals, corrections) = (office.Get<CheckBook>(), office.Get<WithdrawalBook>(), office.Get<CorrectionBook>());
        foreach (var (member, at) in members.Select((member, at) => (member, at)))
        {
            await checks.Check(dara, new CheckWish(member.Id, 11, at < 5 ? "4000" : "3000", "0", SeenBy.Member, ""), Cancel);
            if (at >= 5)
                continue;
            await withdrawals.Ask(dara, $"w{at}", member.Group, member.Book, "1000", false, Cancel);
            var hold = withdrawals.Waiting(srey).Single().Number;
            await withdrawals.Approve(srey, hold, Cancel);
            await withdrawals.Pay(dara, $"p{at}", hold, Cancel);
        }
        await corrections.Propose(dara, "fix", 11, "wrong-amount", Cancel);
        await corrections.Confirm(srey, "fix", Cancel);

        var all = office.Get<FigureBook>().Months(dara, 3)[0];
        Assert.Equal((10.0, 5.0), (all.Checked.Value, all.Differed.Value));
        Assert.Equal(100.0 * 5_000 / 36_000, all.RielOut.Value!.Value, 6);
        Assert.Equal(100.0 / 16, all.Corrections.Value!.Value, 6);
    }

    [Fact]
    public async Task Retention_is_of_those_who_were_members_a_year_before()
    {
        await using var office = new OfficeHost();
        var members = await office.Savings.Group(15);
        office.Savings.Time.Advance(TimeSpan.FromDays(400));
        var roll = office.Get<RollBook>();
        foreach (var member in members.Take(5))
            await roll.SetLeft(await office.SignIn("dara"), member.Id, true, Cancel);

        var all = office.Get<FigureBook>().Months(await office.SignIn("dara"), 3)[0];
        Assert.Equal(100.0 * 10 / 15, all.Stayed.Value!.Value, 6);
    }

    [Fact]
    public async Task Who_came_who_reached_a_goal_and_which_lines_are_called_wrong_are_counted()
    {
        await using var office = new OfficeHost();
        var members = await office.Savings.Group(20);
        office.Savings.Time.Advance(TimeSpan.FromDays(31));
        var dara = await office.SignIn("dara");
        await Save(office, members, 4_000);
        await Meet(office, members, closes: true, here: at => at >= 6); // 14 of 20
        await Meet(office, members, closes: true, here: at => at < 15); // 15 of 20
        await Meet(office, members, closes: false, here: _ => false); // goes on: not yet counted
        await office.Get<StoreWriter>().Write(session =>
        {
            foreach (var (member, at) in members.Take(12).Select((member, at) => (member, at)))
            {
                var goal = new SavingsGoal("School", at < 7 ? 4_000 : 4_100, Currency.Khr);
                new SeatWishes { Member = member.Id, OpenGoal = goal, OtherGoal = at == 0 ? new SavingsGoal("House", 90_000, Currency.Usd) : null }.Save(session, office.Get<FieldCipher>());
                var (now, answered) = (office.Savings.Time.GetUtcNow(), at < 6);
                new Dispute { Id = $"d{at}", Member = member.Id, Entry = at + 1, OpenedAt = now.AddDays(-at), DueAt = now.AddDays(7) }.Add(session);
                if (answered)
                    Assert.True(Dispute.Close(session, $"d{at}", "dara", "right", now));
            }
            return true;
        }, Cancel);

        var (book, all) = (office.Get<FigureBook>(), office.Get<FigureBook>().Months(dara, 3)[0]);
        Assert.Equal((2.0, 100.0 * 29 / 40), (all.Meetings.Value, all.Attendance.Value));
        Assert.Equal((12.0, 100.0 * 7 / 12), (all.Goals.Value, all.Reached.Value));
        Assert.Equal((12.0, 50.0, 11.0), (all.Wrong.Value, all.Answered.Value, all.Waiting.Value));
        var before = book.Months(dara, 3).First(line => line.Month < all.Month);
        Assert.Equal((null, false), (before.Goals.Value, before.Goals.IsHidden)); // goals are known as they are today alone
    }

    private static Task<bool> Meet(OfficeHost office, IReadOnlyList<SavingsMember> members, bool closes, Func<int, bool> here) => office.Get<StoreWriter>().Write(session =>
    {
        var now = office.Savings.Time.GetUtcNow();
        var meeting = new Meeting { Id = office.Savings.Id(), Group = members[0].Group, Day = ChatSupport.Savings.PhnomPenh.DayOf(now) }.After(MeetingEvent.Open) with { Opener = "a", OpenedAt = now };
        MeetingRows.Write(session, meeting);
        for (var at = 0; at < members.Count; at++)
            MeetingRows.Mark(session, meeting.Id, members[at].Id, here(at));
        if (!closes)
            return true;
        MeetingRows.Write(session, new NoteCount(meeting.Id, "KHR", 0, 0, "a"));
        var counted = meeting.After(MeetingEvent.Count);
        MeetingRows.Write(session, counted);
        MeetingRows.Write(session, counted.After(MeetingEvent.Close) with { Closer = "b", ClosedAt = now });
        return true;
    }, Cancel);

    private static async Task Save(OfficeHost office, IEnumerable<SavingsMember> members, long riel)
    {
        foreach (var member in members)
            await office.Saves(member, riel);
    }
}
