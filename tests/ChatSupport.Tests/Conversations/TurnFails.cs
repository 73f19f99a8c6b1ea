using ChatSupport.Conversations;
using ChatSupport.Dialogs.Model;
using ChatSupport.Dialogs.Running;
using Microsoft.Extensions.DependencyInjection;

namespace ChatSupport.Tests.Conversations;

public sealed class TurnFails
{
    [Fact]
    public async Task A_fault_of_ours_is_said_and_her_place_is_unchanged()
    {
        await using var host = await TurnHost.Start();
        var talk = await host.Welcome();

        var answer = await talk.Presses("Faulty");

        Assert.Equal(Receipt.Committed, answer.Receipt);
        Assert.StartsWith("Sorry, something went wrong on our side.", answer.Said, StringComparison.Ordinal);
        Assert.Equal("home", (await talk.State()).Dialog!.Screen.ToString());
        Assert.Equal("rights", (await talk.Presses("Rights")).Screen);
    }

    [Fact]
    public async Task The_log_names_the_place_of_the_fault_and_nothing_that_she_wrote()
    {
        await using var host = await TurnHost.Start();
        var talk = await host.Welcome();

        await talk.Presses("Faulty");

        var line = Assert.Single(host.Get<TestLog>().Lines, line => line.Contains("failed; she was told", StringComparison.Ordinal));
        Assert.Contains(nameof(ReturnSecret.OfPin), line, StringComparison.Ordinal);
        Assert.Contains(talk.Key, line, StringComparison.Ordinal);
        Assert.DoesNotContain("no digits", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_query_that_answers_fills_the_dialog()
    {
        await using var host = await TurnHost.Start(also: With((_, _) => Task.FromResult<Value?>(new Value.List([new Value.Text("one")]))));
        var talk = await host.Welcome();

        Assert.Equal("near", (await talk.Presses("Near")).Screen);
    }

    [Fact]
    public async Task A_query_that_fails_or_is_unknown_counts_as_nothing_found()
    {
        await using var failing = await TurnHost.Start(also: With((_, _) => throw new InvalidOperationException("her secret")));
        await using var unknown = await TurnHost.Start();

        Assert.Equal("rights", (await (await failing.Welcome()).Presses("Near")).Screen);
        Assert.Equal("rights", (await (await unknown.Welcome()).Presses("Near")).Screen);
        Assert.DoesNotContain(failing.Get<TestLog>().Lines, line => line.Contains("her secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_query_that_does_not_end_is_given_up_after_two_seconds()
    {
        var asked = new TaskCompletionSource();
        await using var host = await TurnHost.Start(also: With((_, _) =>
        {
            asked.SetResult();
            return new TaskCompletionSource<Value?>().Task;
        }));
        var talk = await host.Welcome();

        var answer = talk.Presses("Near");
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        host.Time.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal("rights", (await answer.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken)).Screen);
    }

    [Fact]
    public async Task A_fault_before_she_agreed_keeps_nothing()
    {
        await using var host = await TurnHost.Start();
        host.Publish(TurnContent.Broken("consent"));
        var talk = host.Meet();

        Assert.StartsWith("សុំទោស", (await talk.Does(new InboundEvent.Commanded("start"), language: null)).Said, StringComparison.Ordinal);

        Assert.Null(await host.Get<TurnStore>().Load(talk.Key, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Leaving_quickly_works_by_button_and_by_word_even_where_showing_the_decoy_fails(bool byButton)
    {
        await using var host = await TurnHost.Start();
        var talk = await host.Welcome();
        await talk.Presses("Rights");
        host.Publish(TurnContent.Broken(LeaveQuickly.Decoy));

        var answer = byButton ? await talk.Does(new InboundEvent.Did(new Input.Button(LeaveQuickly.Button))) : await talk.Commands("x");

        Assert.True(answer.ErasesEverything);
        Assert.Empty(answer.Said);
        var state = await talk.State();
        Assert.Equal(LifecycleState.Decoy, state.Lifecycle);
        Assert.Equal("decoy", state.Decoy!.Screen.ToString());
        Assert.Equal("rights", state.Dialog!.Screen.ToString());
    }

    [Fact]
    public async Task What_must_not_stand_open_is_hidden_even_where_showing_the_decoy_fails()
    {
        await using var host = await TurnHost.Start();
        var talk = await host.Welcome();
        await talk.Presses("Health");
        host.Publish(TurnContent.Broken(LeaveQuickly.Decoy));
        host.Time.Advance(TimeSpan.FromMinutes(10));

        var answer = await talk.Due(DueKind.SensitiveExpiry);

        Assert.True(answer.ErasesEverything);
        Assert.Equal(LifecycleState.Decoy, (await talk.State()).Lifecycle);
        Assert.Null(host.Due(talk.Key, DueKind.SensitiveExpiry));
    }

    [Fact]
    public async Task A_turn_of_which_nobody_knows_whether_it_ended_may_be_posted_again()
    {
        var door = new ConversationDoor(new TestGrains { Answer = _ => throw new TimeoutException("a disk that hangs") }.Factory);

        await Assert.ThrowsAsync<ConversationUnavailableException>(() => door.Receive(Some.Inbound(Some.Key()), TestContext.Current.CancellationToken));
    }

    private static Action<IServiceCollection> With(Func<ActionCall, CancellationToken, Task<Value?>> run) =>
        services => services.AddSingleton<IBotQuery>(new Lookup(run));

    private sealed class Lookup(Func<ActionCall, CancellationToken, Task<Value?>> run) : IBotQuery
    {
        public ActionSpec Spec { get; } = new("test.lookup", ActionKind.Query, [], VariableKind.List);

        public Task<Value?> Run(ActionCall call, QueryContext context, CancellationToken cancel) => run(call, cancel);
    }
}
