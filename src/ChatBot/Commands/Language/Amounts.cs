using ChatBot.Alerts;

namespace ChatBot.Commands.Language;

/// <summary>Numbers and durations with the comparison before or behind them and the hold ("for 2 minutes").</summary>
internal static class Amounts
{
    private static readonly Concepts Before = Concepts.Of(Concept.Above, Concept.AtLeast, Concept.Below, Concept.AtMost);

    // Between a comparison and its value, and between a value and "or more".
    private static readonly Concepts Between = Concepts.Of(Concept.Filler, Concept.Measure, Concept.Person, Concept.Hold, Concept.One,
        Concept.AgentNoun, Concept.Call, Concept.Caller);

    public static void Fill(Said said)
    {
        Comparison? pending = null;
        var pendingAt = -1;
        var hold = false;
        for (var i = 0; i < said.Pieces.Count; i++)
        {
            var piece = said.Pieces[i];
            if (said.Used[i])
            {
                hold = false;
                continue;
            }

            if (piece.Kind is PieceKind.Number or PieceKind.Duration)
            {
                said.Used[i] = true;
                if (pendingAt >= 0) said.Used[pendingAt] = true;
                var behind = Behind(said, i, pending);
                var comparison = pending ?? behind;
                var amount = new Amount(piece.Value, comparison, hold, i);
                (piece.Kind == PieceKind.Number ? said.Counts : said.Durations).Add(amount);
                if (i > 0 && piece.Kind == PieceKind.Duration && said.Pieces[i - 1].Has(Concept.In)) said.InDuration = true;
                if (i > 0 && piece.Kind == PieceKind.Duration && said.Pieces[i - 1].Has(Concept.At)) said.MissBecause(MissKind.OtherTime);
                if (piece.Value < 0) said.MissBecause(MissKind.NoForm);
                (pending, pendingAt, hold) = (null, -1, false);
            }
            else if (piece.Kind == PieceKind.Word && piece.Means.HasAny(Before))
            {
                Drop(said, pendingAt);
                (pending, pendingAt) = (Read(piece.Means), i);
            }
            else if (piece.Has(Concept.Hold))
            {
                hold = true;
            }
            else if (!piece.Means.IsWithin(Between))
            {
                Drop(said, pendingAt);
                (pending, pendingAt, hold) = (null, -1, false);
            }
        }

        Drop(said, pendingAt);
    }

    /// <summary>No value follows: "up to" and 最多 have another meaning then, other comparisons are left in the air.</summary>
    private static void Drop(Said said, int comparison)
    {
        if (comparison < 0) return;
        var piece = said.Pieces[comparison];
        var other = piece.Means.Without(Before);
        if (other.IsEmpty) said.LooseComparison = true;
        else said.Pieces[comparison] = piece with { Means = other };
    }

    /// <summary>"5 or more", 5人以上, "10 minutes at least".</summary>
    /// <param name="before">What stood before the value: "drops to 1 or fewer" says it twice, "over 5 or fewer" says nothing.</param>
    private static Comparison? Behind(Said said, int value, Comparison? before)
    {
        for (var i = value + 1; i < said.Pieces.Count && !said.Used[i] && said.Pieces[i].Kind == PieceKind.Word; i++)
        {
            var means = said.Pieces[i].Means;
            if (means.Has(Concept.OrMore) || means.Has(Concept.OrLess))
            {
                var isUp = before is Comparison.Above or Comparison.AtLeast;
                if (before is not null && isUp != means.Has(Concept.OrMore)) return null;
                said.Used[i] = true;
                return means.Has(Concept.OrMore) ? Comparison.AtLeast : Comparison.AtMost;
            }

            if (before is null && !means.Has(Concept.Doing) && (means.Has(Concept.AtLeast) || means.Has(Concept.AtMost)) && !IsBeforeAValue(said, i))
            {
                said.Used[i] = true;
                return Read(means);
            }

            if (!means.IsWithin(Between)) break;
        }

        return null;
    }

    private static bool IsBeforeAValue(Said said, int comparison)
    {
        for (var i = comparison + 1; i < said.Pieces.Count; i++)
        {
            if (said.Pieces[i].Kind is PieceKind.Number or PieceKind.Duration) return true;
            if (!said.Pieces[i].Means.IsWithin(Between)) return false;
        }

        return false;
    }

    private static Comparison Read(Concepts means) =>
        means.Has(Concept.Above) ? Comparison.Above : means.Has(Concept.AtLeast) ? Comparison.AtLeast
        : means.Has(Concept.Below) ? Comparison.Below : Comparison.AtMost;
}
