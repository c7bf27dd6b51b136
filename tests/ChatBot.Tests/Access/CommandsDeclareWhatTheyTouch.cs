using System.Reflection;
using ChatBot.Commands;
using ChatBot.Commands.Buttons;

namespace ChatBot.Tests.Access;

/// <summary>Rights are checked in one place, which can check only what a command says of itself.</summary>
public class CommandsDeclareWhatTheyTouch
{
    private static IEnumerable<Type> Commands => typeof(Command).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Command)) && !t.IsAbstract);

    [Fact]
    public void Whatever_has_a_number_says_whether_it_is_a_rules_or_an_incidents()
    {
        var silent = Commands.Where(type => type.GetProperty("Number") is not null || type.GetProperty("Incident") is not null)
            .Where(type => Make(type) is { OfRule: null, OfIncident: null });

        Assert.Empty(silent);
    }

    [Fact]
    public void Whatever_changes_rules_says_so() => Assert.Equal(
        ["AlertWhen", "DeleteAlert", "DeleteConfirmed", "EditAlert", "MakeAlert", "NewAlert", "PauseAlert", "PauseIncident", "Quiet", "ResumeAlert", "SaveAlert", "UndoAlert"],
        Commands.Where(type => Make(type).ChangesRules).Select(type => type.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void What_is_said_to_one_person_alone_is_only_ever_a_question()
    {
        var asked = Commands.Where(type => Make(type).NamesPeople).Select(type => type.Name).Order(StringComparer.Ordinal);

        Assert.Equal(["Agents", "Approved", "InState", "OneAgent", "Overdue", "RestBoard", "Resting", nameof(ShowIncident), "Waiting"], asked);
    }

    private static Command Make(Type type)
    {
        var made = type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).OrderByDescending(c => c.GetParameters().Length)
            .First(c => c.GetParameters() is not [{ ParameterType: var only }] || only != type);
        return (Command)made.Invoke([.. made.GetParameters().Select(p => p.ParameterType == typeof(string) ? "x" : p.ParameterType == typeof(int) ? 1
            : p.ParameterType.IsValueType ? Activator.CreateInstance(p.ParameterType) : null)]);
    }
}
