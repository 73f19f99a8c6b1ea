using System.Text;
using ChatSupport.Dialogs.Reading;
using ChatSupport.Dialogs.Tests.Reading;
using ChatSupport.Dialogs.Writing;

namespace ChatSupport.Dialogs.Tests.Risk;

public sealed class EditingRiskWords
{
    [Fact]
    public void One_field_changes_and_every_comment_stays()
    {
        var file = Content.Shipped().Single(file => file.Path == RiskFile.Path);

        var written = Assert.IsType<EditResult.Written>(EntryEditing.Apply(file, [new EntryEdit.Set("entries", "police", [new EntryField("level", new EntryValue.Word("2"))], ["id", "class", "level"])]));

        var (before, after) = (Encoding.UTF8.GetString(file.Bytes.Span).Split('\n'), Encoding.UTF8.GetString(written.File.Bytes.Span).Split('\n'));
        Assert.Equal(before.Length, after.Length);
        Assert.Equal([("    level: 3", "    level: 2")], before.Zip(after).Where(line => line.First != line.Second));
        Assert.Equal(2, RiskFile.Read([written.File], []).Level("police"));
    }
}
