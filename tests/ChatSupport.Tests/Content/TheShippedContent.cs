using ChatSupport.Content;
using ChatSupport.Dialogs.Reading;
using ChatSupport.Places;
using ChatSupport.Tests.Places;

namespace ChatSupport.Tests.Content;

public sealed class TheShippedContent
{
    private static readonly IReadOnlyList<ContentFile> files = ContentFolder.Read(ContentFolder.Find(AppContext.BaseDirectory)!);

    [Fact]
    public void Has_no_error_and_no_warning() =>
        Assert.DoesNotContain(
            DialogReader.Read(files, KnownActions.All, Some.Today).Issues.Concat(PlaceCheck.Find(files, Some.Today)), issue => issue.Severity > Severity.Hint);
}
