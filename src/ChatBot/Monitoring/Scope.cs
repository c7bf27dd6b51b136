namespace ChatBot.Monitoring;

/// <summary>What part of the floor is asked about: a whole VDN, or one skill queue of it.</summary>
/// <param name="Vdn">Virtual call centre, 1–5000.</param>
/// <param name="Skill">Skill queue, 1–10000; null for the whole VDN.</param>
public readonly record struct Scope(int Vdn, int? Skill = null);
