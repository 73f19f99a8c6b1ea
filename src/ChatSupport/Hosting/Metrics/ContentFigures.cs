using System.Diagnostics.Metrics;
using ChatSupport.Content;

namespace ChatSupport.Hosting.Metrics;

/// <summary>Figures of the content.</summary>
internal sealed class ContentFigures
{
    public ContentFigures(IMeterFactory meters, LiveRevision live)
    {
        var meter = meters.Create("ChatSupport");
        meter.CreateObservableGauge("chatsupport.content.revision", () => live.Number, "{revision}", "The revision of the content that is served");
        meter.CreateObservableGauge("chatsupport.content.trouble", () => live.Trouble is null ? 0 : 1, "{trouble}", "1 where newer content cannot be served");
    }
}
