namespace ChatBot.Tests;

/// <summary>Beside no other test: for whoever measures the memory of this process, or needs all of its processors.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
