using ChatSupport.Conversations;
using ChatSupport.Escalation.Desk;
using ChatSupport.Escalation.Educators;
using ChatSupport.Escalation.Pages;
using ChatSupport.Escalation.Referrals;
using ChatSupport.Escalation.Relay;
using ChatSupport.Escalation.Supervision;
using ChatSupport.Escalation.Workers;
using ChatSupport.Staff.Voices;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ChatSupport.Escalation;

/// <summary>The door of the desk: a worker who wants a person, or needs one, reaches a peer educator.</summary>
internal static class EscalationFeature
{
    public static IServiceCollection AddEscalation(this IServiceCollection services)
    {
        services.AddOptions<DeskOptions>().BindConfiguration(DeskOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<DeskSeals>();
        services.AddSingleton<DeskBell>();
        services.AddSingleton<DeskPens>();
        services.AddSingleton<HearDelivery>(provider =>
        {
            var pens = new Lazy<DeskPens>(provider.GetRequiredService<DeskPens>);
            return (session, letters, delivery) => Deliveries.Hear(pens.Value.In(session, letters), delivery);
        });
        services.AddSingleton<CallSupervisors>(provider =>
        {
            var pens = new Lazy<DeskPens>(provider.GetRequiredService<DeskPens>);
            return (session, letters, alsoSecond) => Alarms.CallToConsole(pens.Value.In(session, letters), alsoSecond);
        });
        services.AddSingleton<EducatorAsks>();
        services.AddSingleton<ReferralAsks>();
        services.AddSingleton<EducatorButtons>();
        services.AddSingleton<ITurnPart, EducatorSide>();
        services.AddSingleton<ITurnPart, ReferralSide>(); // before the side that hears all other news of her chat
        services.AddSingleton<ITurnPart, WorkerSide>();
        services.AddSingleton<IBotQuery, PeerQuery>();
        foreach (var spec in ReferralActions.All.Where(spec => spec.Kind == Dialogs.Running.ActionKind.Query))
            services.AddSingleton<IBotQuery>(provider => new ReferralQuery(spec, provider.GetRequiredService<DeskPens>()));
        services.AddSingleton<IMediaSource, Relay.DeskFiles>();
        services.AddHostedService<DeskClock>();
        return services;
    }

    /// <summary>Adds what the console's pages of the desk stand on.</summary>
    public static IServiceCollection AddDeskPages(this IServiceCollection services)
    {
        services.TryAddSingleton<StartLinks>();
        services.AddSingleton<DeskBook>();
        services.AddSingleton<RosterBook>();
        services.AddSingleton<HeldBook>();
        services.AddSingleton<TranscriptBook>();
        services.AddSingleton<DeskFigures>();
        services.AddSingleton<MineBook>();
        services.AddSingleton<AnswerBook>();
        services.TryAddSingleton<VoiceConversion>();
        services.AddSingleton<SendingBook>();
        services.AddSingleton<MyReferralBook>();
        services.AddSingleton<ReferralBook>();
        services.AddSingleton<WordBook>();
        services.AddSingleton<HitBook>();
        services.AddSingleton(provider => new Staff.Shell.Need(person => Task.FromResult(DeskNeeds.Of(person, provider.GetRequiredService<DeskPens>()))));
        return services;
    }
}
