using ChatBot.Monitoring;

namespace ChatBot.Commands;

/// <summary>The notes of a reading in words.</summary>
internal static class FloorNotes
{
    public static IReadOnlyList<string> Say(Voice voice, Names names, int vdn, IReadOnlyList<FloorNote> notes)
    {
        return [.. notes.Select(Note)];

        string Note(FloorNote note) => note switch
        {
            FloorNote.CountsDiffer n => voice.Say("note.countsDiffer", voice[$"phase.{n.Phase}"], n.Counted, n.Listed),
            FloorNote.OnlyQueues n => voice.Say("note.onlyQueues", Queues(n.Skills)),
            FloorNote.QueuesNotRead n => voice.Say("note.queuesNotRead", Queues(n.Skills), voice[$"fault.{n.Failure.Fault}"]),
            FloorNote.PartlyRead n => voice.Say("note.partlyRead", n.Read, n.Expected),
            FloorNote.LongestOf5Min => voice["note.longestOf5Min"],
            FloorNote.StandsStill n => voice.Say("note.standsStill", voice.Clock(n.Since)),
            FloorNote.NotYours n => n.Queues switch
            {
                0 => voice["note.notYours.0"],
                1 => voice["note.notYours.1"],
                var queues => voice.Say("note.notYours", queues),
            },
            FloorNote.PartMissing n => voice.Say("note.partMissing", voice[$"part.{n.Part}"], voice[$"fault.{n.Failure.Fault}"]),
            _ => throw new ArgumentOutOfRangeException(nameof(notes), note, "a note without words"),
        };

        string Queues(IReadOnlyList<int> skills) => string.Join(voice["list.comma"], skills.Select(s => voice.Skill(names, vdn, s)));
    }
}
