using Assistant.Core.Documents;

namespace Assistant.Web.Admin.Documents;

/// <summary>
/// When the documents page looks again. The counts per state are one cheap query and asked often while something is
/// in work; the whole list is read only when they changed, and every few looks for changes that cancel out in them.
/// </summary>
internal sealed class RefreshPace
{
    /// <summary>Looks after which the list is read although the counts stand still.</summary>
    private const int LooksPerReload = 4;

    private static readonly TimeSpan Busy = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(15);

    private IReadOnlyDictionary<DocumentState, int> last = new Dictionary<DocumentState, int>();
    private int looks;

    /// <summary>How long to wait before the next look.</summary>
    /// <param name="reload">How long reading the list took last; it may use a tenth of the time at most.</param>
    /// <param name="inWork">Whether the list that was read last holds a document in work.</param>
    public TimeSpan Delay(TimeSpan reload, bool inWork)
    {
        var pace = inWork || IsInWork(last) ? Busy : Quiet;
        return reload * 10 > pace ? reload * 10 : pace;
    }

    /// <summary>Takes in new counts and says whether the list has to be read.</summary>
    public bool ShouldReload(IReadOnlyDictionary<DocumentState, int> counts)
    {
        var changed = Enum.GetValues<DocumentState>().Any(s => counts.GetValueOrDefault(s) != last.GetValueOrDefault(s));
        last = counts;
        looks = changed ? 0 : looks + 1;
        return changed || (IsInWork(counts) && looks % LooksPerReload == 0);
    }

    private static bool IsInWork(IReadOnlyDictionary<DocumentState, int> counts) =>
        counts.Any(c => c.Value > 0 && c.Key.IsInWork());
}
