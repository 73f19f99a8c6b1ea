using ChatSupport.Storage;

namespace ChatSupport.Tests.Hosting.Wrong.Channels;

/// <summary>Breaks the rule on purpose: shows that the test of the rules sees it.</summary>
internal sealed class TooCurious(Database database)
{
    public string File => database.File;
}
