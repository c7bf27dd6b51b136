using ChatBot.Commands;

namespace ChatBot.Teams;

/// <summary>Where the answers come from: <see cref="Answerer.AnswerAsync"/>.</summary>
public delegate Task<Answer> Ask(Question question, CancellationToken stop);

/// <summary>Where the welcome comes from: <see cref="Answerer.Welcome"/>.</summary>
public delegate Answer Welcome(string? locale);
