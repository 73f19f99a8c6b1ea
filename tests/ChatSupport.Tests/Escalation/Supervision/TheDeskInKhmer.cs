using System.Reflection;
using ChatSupport.Escalation.Pages;
using ChatSupport.Escalation.Supervision;
using ChatSupport.Staff.Shell;

namespace ChatSupport.Tests.Escalation.Supervision;

public sealed class TheDeskInKhmer
{
    [Fact]
    public void Everything_that_pages_say_by_a_word_of_the_desk_has_its_Khmer() => Assert.DoesNotContain(DeskSay.English, text => KhmerWords.Of(text) is null);

    [Fact]
    public void Everything_that_can_stand_against_an_act_has_its_Khmer()
    {
        var refusals = typeof(DeskRefusal).GetFields(BindingFlags.Static | BindingFlags.Public).Select(field => (string)field.GetRawConstantValue()!).ToList();

        Assert.NotEmpty(refusals);
        Assert.DoesNotContain(refusals, text => KhmerWords.Of(text) is null);
    }
}
