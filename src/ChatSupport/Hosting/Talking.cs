using ChatSupport.Content;
using ChatSupport.Conversations;
using ChatSupport.Escalation;
using ChatSupport.Places;
using ChatSupport.Reports;
using ChatSupport.Savings;
using ChatSupport.Storage;

namespace ChatSupport.Hosting;

/// <summary>Everything between a channel and the disk, as every host of conversations has it. The order is that of starting; they stop in the reverse order.</summary>
internal static class Talking
{
    public static IHostApplicationBuilder AddTalking(this IHostApplicationBuilder builder)
    {
        builder.Services.AddStorage();
        // The runtime stops after all that post to it, and takes their last turns.
        builder.UseConversationCluster();
        builder.Services.AddContent(builder.Configuration, builder.Environment).AddPlacesToContent();
        builder.Services.AddPlaces();
        builder.Services.AddConversations();
        builder.Services.AddReports().AddReportIntake(); // before the desk: what belongs to a report is nobody else's
        builder.Services.AddMeetings();
        builder.Services.AddEscalation();
        builder.Services.AddSeats();
        return builder;
    }
}
