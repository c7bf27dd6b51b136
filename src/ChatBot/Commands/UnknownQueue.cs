using ChatBot.Monitoring;

namespace ChatBot.Commands;

/// <summary>A rule for a queue that does not exist would never fire and never say so.</summary>
internal static class UnknownQueue
{
    /// <returns>Null when the queue exists, or nobody can tell (Classic knows only what stands in the settings).</returns>
    public static async Task<Answer?> RefuseAsync(Turn turn, AlertWhen wanted, Scope scope, CancellationToken stop)
    {
        if (scope.Skill is not { } skill || !turn.Floor.TellsWholeVdn) return null;
        IReadOnlyList<SkillName> queues;
        try
        {
            var reading = await turn.Floor.SkillsAsync(scope.Vdn, stop);
            if (reading.Value.Notes.Count > 0) return null;
            queues = reading.Value.Skills;
        }
        catch (MonitoringException)
        {
            return null;
        }

        if (queues.Count == 0 || queues.Any(q => q.Id == skill)) return null;
        var voice = turn.Voice;
        var nearest = queues.OrderBy(q => Distance(q.Id, skill)).Take(3).Select(q => q.Id).Order()
            .Select(id => new Button(Named(id), $"{wanted with { Place = new(id, scope.Vdn) }}", voice.Language));
        return turn.Notice(voice.Say("alert.noQueue", skill, scope.Vdn), "", [voice["alert.noQueueAdvice"]],
            [.. nearest, turn.Button("button.skills", $"skills vdn {scope.Vdn}")], "Attention") with
        { Outcome = Outcome.NotUnderstood };

        string Named(int id) => voice.Skill(turn.Names, scope.Vdn, id) is var name && name == voice.Say("skill", id) ? name : $"{name} ({id})";
    }

    // A digit too many or too few is nearer than the next number: 13 for 3.
    private static int Distance(int id, int wanted) =>
        $"{wanted}".Contains($"{id}", StringComparison.Ordinal) || $"{id}".Contains($"{wanted}", StringComparison.Ordinal) ? 0 : Math.Abs(id - wanted);
}
