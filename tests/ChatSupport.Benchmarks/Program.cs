using BenchmarkDotNet.Running;
using ChatSupport.Benchmarks;
using ChatSupport.Benchmarks.Web;

if (args is ["web"])
    return await PageFigures.Print();

// 'StrictKeys' alone means the class; everything else is BenchmarkDotNet's own (--list flat, --filter …).
string[] chosen = args is [var name, ..] && !name.StartsWith('-') ? ["--filter", $"*.{name}.*"] : args;
BenchmarkSwitcher.FromAssembly(typeof(ShortRuns).Assembly).Run(chosen, new ShortRuns());
return 0;
