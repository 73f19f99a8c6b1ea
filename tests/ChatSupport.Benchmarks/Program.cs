using BenchmarkDotNet.Running;
using ChatSupport.Benchmarks;
using ChatSupport.Benchmarks.Desk;
using ChatSupport.Benchmarks.Flood;
using ChatSupport.Benchmarks.Growth;
using ChatSupport.Benchmarks.Peers;
using ChatSupport.Benchmarks.Reports;
using ChatSupport.Benchmarks.Savings;
using ChatSupport.Benchmarks.Sealing;
using ChatSupport.Benchmarks.Web;

if (args is ["web"])
    return await PageFigures.Print();
if (args is ["console"])
    return await ConsoleFigures.Print();
if (args is ["start", ..])
    return await StartFigures.Print(args.ElementAtOrDefault(1));
if (args is ["peers", .. var choice])
    return await PeersCommand.Run(choice);
if (args is ["desk"])
    return await DeskFigures.Print();
if (args is ["savings", ..])
    return await SavingsFigures.Print(args.ElementAtOrDefault(1));
if (args is ["flood"])
    return await FloodCommand.Run();
if (args is ["sealing"])
    return await SealingFigures.Print();
if (args is ["reports", .. var flood])
    return await ReportsFigures.Print(flood);
if (args is ["growth", .. var parts])
    return await GrowthCommand.Run(parts);

// 'StrictKeys' alone means the class; everything else is BenchmarkDotNet's own (--list flat, --filter …).
string[] chosen = args is [var name, ..] && !name.StartsWith('-') ? ["--filter", $"*.{name}.*"] : args;
BenchmarkSwitcher.FromAssembly(typeof(ShortRuns).Assembly).Run(chosen, new ShortRuns());
return 0;
