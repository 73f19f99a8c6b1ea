// Most of a talk is waiting for the pace that a chat allows, so more classes run beside one another than there are cores.
[assembly: Xunit.v3.Parallelization(MaxThreads = 4)]
