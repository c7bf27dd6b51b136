using ChatBot.Monitoring;
using C = ChatBot.Commands.Language.Concept;

namespace ChatBot.Commands.Language;

/// <summary>Reads a sentence, English, Chinese or mixed. Deterministic, offline, linear in the length.</summary>
public sealed class Parser
{
    /// <summary>Characters; a longer sentence is not read.</summary>
    public const int MaxLength = 1000;

    [ThreadStatic]
    private static Scratch? s_scratch;

    private readonly Lexicon _lexicon = Lexicon.Built;
    private readonly Reader _reader;
    private readonly AgentNumbers _agentNumbers;
    private readonly Slots _slots;
    private readonly Examples _examples;

    public Parser(Microsoft.Extensions.Options.IOptions<LanguageOptions> options)
    {
        _agentNumbers = new(options.Value);
        _slots = new(_agentNumbers);
        _reader = new(_lexicon, new Typos(_lexicon, WordFile.RealWords()));
        var nobody = new Names(1, [], []);
        _examples = new(sentence => Read(sentence, nobody, null, asCanonical: false).Means);
    }

    /// <param name="names">Names of queues and agents that may stand for numbers.</param>
    /// <param name="vdn">The conversation's default VDN, whose names are meant when the sentence says none; null for the settings' one.</param>
    public Understanding Parse(string sentence, Names names, int? vdn = null)
    {
        if (sentence.Length > MaxLength) return new Understanding.Missed(MissKind.TooLong, null, []);
        sentence = Politeness.AfterNod(sentence, withComma: true);
        var understanding = ParseOnce(sentence, names, vdn);
        if (understanding is not Understanding.Missed) return understanding;
        var rest = Politeness.AfterNod(sentence, withComma: false);
        return rest != sentence && ParseOnce(rest, names, vdn) is var other and not Understanding.Missed ? other : understanding;
    }

    private Understanding ParseOnce(string sentence, Names names, int? vdn)
    {
        var isChinese = sentence.AsSpan().IndexOfAnyInRange('\u3400', '\u9fff') >= 0;
        if (string.IsNullOrWhiteSpace(sentence)) return new Understanding.Missed(MissKind.Empty, null, _examples.Nearest(C.Help, isChinese));

        var said = Read(sentence, names, vdn);
        if (said.Canonical is { } command) return new Understanding.Understood(command);
        var chosen = Choose(said);
        if (chosen is not Understanding.Missed && AsksTwice(said.Parts, names, vdn)) chosen = new Understanding.Missed(MissKind.NoForm, null, []);
        if (chosen is not Understanding.Missed missed) return chosen;
        if (said.Miss is { } why) missed = new(why.Kind, why.Subject, []);
        // A queue's name with a slip of the thumb: asked back as a name, never guessed.
        if (missed is { Kind: MissKind.Unknown, Subject: { } word } && NameIndex.Of(names).IsLike(word, said.Vdn ?? vdn ?? names.Vdn))
            missed = missed with { Kind = MissKind.UnknownName };
        var nearest = missed is { Kind: MissKind.UnknownName, Subject: { } subject }
            ? NameIndex.Of(names).Nearest(subject, said.Vdn ?? vdn ?? names.Vdn)
            : _examples.Nearest(said.Means, isChinese);
        return missed with { Nearest = nearest };
    }

    /// <summary>Normaliser → units → pieces → slots.</summary>
    private Said Read(string sentence, Names names, int? vdn, bool asCanonical = true)
    {
        var scratch = s_scratch ??= new();
        var said = scratch.Said;
        said.Clear();
        var length = Normaliser.Normalise(sentence, scratch.Text);
        if (length < 0)
        {
            said.MissBecause(MissKind.TooLong);
            return said;
        }

        var text = scratch.Text.AsSpan(0, length).Trim(" .?!。,");
        if (asCanonical) said.Canonical = CanonicalForm.Read(Politeness.Without(text), _agentNumbers);
        if (said.Canonical is not null) return said;
        var units = scratch.Units.AsSpan(0, Units.Split(text, scratch.Units, _lexicon.Vocabulary));
        var index = NameIndex.Of(names);
        said.Mended = _reader.Read(text, units, index, said.Pieces);
        _slots.Fill(said, text, index, vdn ?? names.Vdn);
        said.Parts = Parts.Of(said, text);
        return said;
    }

    private bool AsksTwice(List<string> parts, Names names, int? vdn)
    {
        IReadOnlyList<Command>? first = null;
        foreach (var part in parts)
        {
            var said = Read(part, names, vdn, asCanonical: false);
            var means = said.Means;
            IReadOnlyList<Command> commands = Choose(said) switch
            {
                Understanding.Understood { Command: var command } => [command],
                Understanding.Choice { Commands: var several } => several,
                _ => [],
            };
            if (commands.Count == 0 || !Parts.StandsAlone(said, means, commands[0])) continue;
            if (first is not null && !commands.Any(c => first.Any(f => Parts.AreAlike(c, f)))) return true;
            first ??= commands;
        }

        return false;
    }

    /// <summary>A name with several bearers is asked back, one command each.</summary>
    private static Understanding Choose(Said said)
    {
        if (said.Miss is { } miss) return said.Result = new Understanding.Missed(miss.Kind, miss.Subject, []);
        if (!said.Ambiguous) return said.Result = ChooseOne(said);
        int[] skills = [.. said.Skills], agents = [.. said.Agents];
        var means = said.Means;
        var commands = new List<Command>();
        foreach (var (skill, agent) in skills.Select(s => ((int?)s, (int?)null)).Concat(agents.Select(a => ((int?)null, (int?)a))))
        {
            said.Means = means;
            said.Only(skill, agent);
            if (ChooseOne(said) is not Understanding.Understood understood) return said.Result = said.Missed(MissKind.NoForm);
            commands.Add(understood.Command);
        }

        return said.Result = new Understanding.Choice(commands);
    }

    private static Understanding ChooseOne(Said said)
    {
        // 1. Words that no command has a place for.
        if (said.Has(C.Except)) return said.Missed(MissKind.NoForm);
        if (said.Has(C.OtherTime)) return said.Missed(MissKind.OtherTime);
        if (said.Has(C.Foreign)) return said.Missed(MissKind.Unknown);
        var mayBePast = Concepts.Of(C.Why, C.Alive) | (said.Agents.Count > 0 ? Concepts.Of(C.Back, C.SignedIn) : Concepts.None);
        if (said.Has(C.Past) && !said.Means.HasAny(mayBePast)) return said.Missed(MissKind.OtherTime);
        if ((said.Has(C.NotGone) && !said.Has(C.Grant)) || (said.Has(C.NotBack) && !said.Has(C.Overdue))) return said.Missed(MissKind.Negated);

        // 2. Help, changes, the list of rules, rules, questions: the first that has a claim decides.
        if (HelpTopics.Choose(said) is { } help) return help;
        if (Records.Choose(said) is { } record) return record;
        if (Controls.Choose(said) is { } change) return change;
        if (said.Has(C.Not)) return said.Missed(MissKind.Negated);
        if (Rules.Choose(said) is { } rule) return rule;
        if (said.Has(C.No) || said.Has(C.Nobody)) return said.Missed(MissKind.Negated);
        if (said.Has(C.Alerts))
        {
            // "set up an alert" lists nothing.
            var isOrder = said.Has(C.Create) && !said.Means.HasAny(Concepts.Of(C.List, C.Who, C.HowMany, C.Anyone));
            return isOrder || said.Counts.Count + said.Durations.Count > 0
                ? said.Missed(MissKind.NoForm)
                : said.Plain(new AlertList(), Concepts.Of(C.Alerts, C.Notify, C.List, C.Who, C.HowMany, C.Anyone, C.Tell, C.State, C.Board, C.Create, C.How, C.Only, C.Hold, C.Bot, C.Fired, C.And));
        }

        return Reads.Choose(said);
    }

    /// <summary>What a thread needs while it reads; kept, so that a sentence costs no arrays.</summary>
    private sealed class Scratch
    {
        public readonly char[] Text = new char[Normaliser.MaxLength];
        public readonly Unit[] Units = new Unit[Normaliser.MaxLength];
        public readonly Said Said = new();
    }
}
