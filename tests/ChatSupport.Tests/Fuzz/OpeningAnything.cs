using ChatSupport.Fuzzing;

namespace ChatSupport.Tests.Fuzz;

/// <summary>A hundred thousand inputs to each reader of reports: sealed files, what stands within, lists of readers, sheets and codes.</summary>
public sealed class OpeningAnything
{
    private readonly SealingTargets targets = new();

    [Fact]
    public Task As_a_sealed_file() => Fuzzed.Bytes(Mangled.Bytes(targets.Files, SealingTargets.FileWords), targets.File);

    [Fact]
    public Task As_what_stands_within() => Fuzzed.Bytes(Mangled.Bytes(targets.Plains, SealingTargets.PlainWords), targets.Plain);

    [Fact]
    public Task As_what_was_signed_or_typed() => Fuzzed.Bytes(Mangled.Bytes(targets.Lists, SealingTargets.ListWords), targets.Typed);
}
