using ChatSupport.Savings.Office;

namespace ChatSupport.Tests.Savings.Office;

public sealed class LookingAfterGroups
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Groups_members_and_books_are_added_changed_and_ended_and_the_log_names_nobody()
    {
        await using var office = new OfficeHost();
        var (dara, roll) = (await office.SignIn("dara"), office.Get<RollBook>());
        Assert.Equal(OfficeAnswer.Done, await roll.Found(dara, "Lotus", Cancel));
        var group = roll.Groups(dara).Single().Group.Id;

        Assert.Equal(OfficeAnswer.Done, await roll.Join(dara, group, "០០៧", "ផ្កា", Cancel));
        OfficeHost.Refused(OfficeRefusal.BookIsTaken, await roll.Join(dara, group, "7", "Other", Cancel));
        Assert.Equal(OfficeAnswer.Done, await roll.Join(dara, group, "8", "Moon", Cancel));
        var member = roll.Members(dara, group)[0];
        OfficeHost.Refused(OfficeRefusal.BookIsTaken, await roll.Edit(dara, member.Id, "8", "ផ្កា", Cancel));
        Assert.Equal(OfficeAnswer.Done, await roll.Edit(dara, member.Id, "9", "Star", Cancel));
        Assert.Equal(["Moon", "Star"], roll.Members(dara, group).Select(one => one.Nickname));
        await office.Saves(member with { Book = "9" }, 4_000);
        Assert.Equal((2, 4_000L), (roll.Groups(dara)[0].Members, roll.Groups(dara)[0].Riel.Minor));

        OfficeHost.Refused(OfficeRefusal.HasMembers, await roll.Retire(dara, group, Cancel));
        foreach (var one in roll.Members(dara, group))
            Assert.Equal(OfficeAnswer.Done, await roll.SetLeft(dara, one.Id, true, Cancel));
        Assert.Equal(OfficeAnswer.Done, await roll.Rename(dara, group, "Old lotus", Cancel));
        Assert.Equal(OfficeAnswer.Done, await roll.Retire(dara, group, Cancel));
        OfficeHost.Refused(OfficeRefusal.Retired, await roll.Join(dara, group, "10", "Late", Cancel));
        OfficeHost.Refused(OfficeRefusal.Retired, await roll.SetLeft(dara, member.Id, false, Cancel));

        Assert.NotNull(roll.Groups(dara).Single(line => line.Group.Name == "Old lotus").Group.RetiredAt);
        var log = office.Get<ChatSupport.Staff.Audit.AuditTrail>().All(ChatSupport.Staff.Audit.AuditFilter.Everything).ToList();
        Assert.DoesNotContain(log, entry => new[] { "Lotus", "lotus", "ផ្កា", "Star", "Moon" }.Any(name => entry.Detail.Contains(name, StringComparison.Ordinal) || entry.Subject.Contains(name, StringComparison.Ordinal)));
        Assert.Equal(2, log.Count(entry => entry.Act == "savings.leave"));
        Assert.Empty(office.Savings.Verify());
    }

    [Theory]
    [InlineData("Srey 012 345 678", OfficeRefusal.Contact)]
    [InlineData("Srey ០១២៣៤៥៦៧៨", OfficeRefusal.Contact)]
    [InlineData("t.me/srey", OfficeRefusal.Contact)]
    [InlineData("srey@example.org", OfficeRefusal.Contact)]
    [InlineData(" ", OfficeRefusal.NotAName)]
    public async Task A_name_by_which_somebody_could_be_found_is_refused(string name, string why)
    {
        await using var office = new OfficeHost();
        var (dara, roll) = (await office.SignIn("dara"), office.Get<RollBook>());
        var member = (await office.Savings.Group(1))[0];

        OfficeHost.Refused(why, await roll.Found(dara, name, Cancel));
        OfficeHost.Refused(why, await roll.Join(dara, member.Group, "5", name, Cancel));
        OfficeHost.Refused(why, await roll.Edit(dara, member.Id, "1", name, Cancel));
        OfficeHost.Refused(why, await roll.Rename(dara, member.Group, name, Cancel));
        OfficeHost.Refused(OfficeRefusal.NotABook, await roll.Join(dara, member.Group, "1/2", "Star", Cancel));
        OfficeHost.Refused(OfficeRefusal.NoSuchGroup, await roll.Join(dara, "none", "1", "Star", Cancel));
        OfficeHost.Refused(OfficeRefusal.NotThere, await roll.SetLeft(dara, "nobody", true, Cancel));
        OfficeHost.Refused(OfficeRefusal.NoSuchGroup, await roll.Retire(dara, "none", Cancel));
    }
}
