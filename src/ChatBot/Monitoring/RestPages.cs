using ChatBot.Monitoring.Wire;

namespace ChatBot.Monitoring;

/// <summary>Pages of a rest overview as one.</summary>
internal static class RestPages
{
    public static RestRead Join(IReadOnlyList<RestOverview> pages)
    {
        var rows = pages.SelectMany(p => p.People()).ToList();
        var lines = rows.Select(FromWire.Line).OfType<RestLine>().DistinctBy(l => l.WorkNo).ToList();

        // No page says whether its counts are the page's or the VDN's: if the sums are the rows, they are the page's.
        var sum = pages.Sum(p => (p.Resting() ?? 0) + (p.Waiting() ?? 0) + (p.Allowed() ?? 0));
        var perPage = pages.Count > 1 && sum == rows.Count;
        int? Count(Func<RestOverview, int?> of) => perPage ? pages.Sum(of) : pages.Max(of);

        return new RestRead(lines, Count(p => p.Resting()), Count(p => p.Waiting()), Count(p => p.Allowed()),
            Lost: rows.Count(r => r.Number() is null));
    }
}
