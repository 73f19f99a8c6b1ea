using BenchmarkDotNet.Running;
using ChatSupport.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(ShortRuns).Assembly).Run(args, new ShortRuns());
return 0;
