namespace ChatBot.Commands;

/// <summary>
/// One thing a supervisor can say, understood. <see cref="object.ToString"/> is its canonical form: typed again it gives
/// an equal command, it is shown on every answer and carried by every button.
/// </summary>
public abstract record Command
{
    /// <summary>The canonical form, in lower-case English.</summary>
    protected abstract string Canonical { get; }

    public sealed override string ToString() => Canonical;

    /// <summary>Needs the right to change rules.</summary>
    public virtual bool ChangesRules => false;

    /// <summary>The rule of this conversation that it is about, which must be theirs who ask.</summary>
    public virtual int? OfRule => null;

    /// <summary>The incident of this conversation that it is about, likewise.</summary>
    public virtual int? OfIncident => null;

    /// <summary>A question whose answer may name people of the contact centre.</summary>
    public virtual bool NamesPeople => false;

    /// <summary>There is no answer without saying who: where names are not shown it goes to the asking person alone.</summary>
    public virtual bool IsAboutOnePerson => false;

    public abstract Task<Answer> AnswerAsync(Turn turn, CancellationToken stop);
}

/// <summary>The scope as it was said; what was not said stays out of the canonical form.</summary>
/// <param name="Skill">Skill queue, 1–10000.</param>
/// <param name="Vdn">Virtual call centre, 1–5000.</param>
public readonly record struct Place(int? Skill = null, int? Vdn = null)
{
    /// <summary>" skill 3 vdn 2", with a leading blank, or nothing.</summary>
    public override string ToString() =>
        (Skill is { } skill ? $" skill {skill}" : "") + (Vdn is { } vdn ? $" vdn {vdn}" : "");
}
