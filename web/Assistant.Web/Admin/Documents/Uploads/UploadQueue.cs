namespace Assistant.Web.Admin.Documents.Uploads;

/// <summary>The files of the upload panel. Reports that come late, for a file that was removed or has ended, change nothing.</summary>
public sealed class UploadQueue
{
    private readonly List<UploadItem> items = [];

    public IReadOnlyList<UploadItem> Items => items;

    public int Count(UploadState state) => items.Count(i => i.State == state);

    /// <summary>Files that are being sent or wait for it.</summary>
    public int Underway => items.Count(i => IsUnderway(i.State));

    /// <summary>Share of all bytes of the files underway or taken that have been sent, 0–1.</summary>
    public double Progress
    {
        get
        {
            var counted = items.Where(i => IsUnderway(i.State) || i.State == UploadState.Taken).ToList();
            var size = counted.Sum(i => Math.Max(1, i.Size));
            return size == 0 ? 0 : counted.Sum(i => i.Progress * Math.Max(1, i.Size)) / size;
        }
    }

    public void Add(IEnumerable<ChosenFile> files) =>
        items.AddRange(files.Select(f => new UploadItem(f.Id, f.Name, f.Size, UploadState.Chosen, 0, null)));

    /// <summary>Puts every chosen file in line, to become what was chosen for them; returns them in order.</summary>
    public IReadOnlyList<UploadItem> Start(UploadTarget target) => PutInLine(i => i.State == UploadState.Chosen, target);

    /// <summary>Puts refused and cancelled files in line again, one of them or all, with what was chosen for them.</summary>
    public IReadOnlyList<UploadItem> Retry(int? id = null) =>
        PutInLine(i => i.State is UploadState.Refused or UploadState.Cancelled && (id is null || i.Id == id), target: null);

    /// <summary>Takes a report in; true when a file has newly arrived at the server.</summary>
    public bool Apply(UploadReport report)
    {
        var at = items.FindIndex(i => i.Id == report.Id);
        if (at < 0 || !IsUnderway(items[at].State))
        {
            return false;
        }

        var item = items[at];
        var refused = report.State == UploadState.Refused;
        items[at] = item with
        {
            State = report.State,
            Sent = Math.Clamp(report.Sent, 0, item.Size),
            Problem = refused ? report.Problem ?? "The upload failed. Try again." : null,
            VersionId = report.VersionId,
        };
        return report.State == UploadState.Taken;
    }

    /// <summary>Takes a file that is not underway off the list.</summary>
    public bool Remove(int id) => items.RemoveAll(i => i.Id == id && !IsUnderway(i.State)) > 0;

    /// <summary>Takes all files of a state off the list; returns their ids.</summary>
    public IReadOnlyList<int> RemoveAll(UploadState state)
    {
        var ids = items.Where(i => i.State == state).Select(i => i.Id).ToList();
        items.RemoveAll(i => i.State == state);
        return ids;
    }

    private List<UploadItem> PutInLine(Func<UploadItem, bool> which, UploadTarget? target)
    {
        var put = new List<UploadItem>();
        for (var at = 0; at < items.Count; at++)
        {
            if (which(items[at]))
            {
                items[at] = items[at] with { State = UploadState.Waiting, Sent = 0, Problem = null, Target = target ?? items[at].Target };
                put.Add(items[at]);
            }
        }

        return put;
    }

    private static bool IsUnderway(UploadState state) => state is UploadState.Waiting or UploadState.Sending or UploadState.Checking;
}
