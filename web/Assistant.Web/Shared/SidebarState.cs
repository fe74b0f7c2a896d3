namespace Assistant.Web.Shared;

/// <summary>Tells the sidebar of this circuit that something it lists has changed.</summary>
internal sealed class SidebarState
{
    public event Action? HistoryChanged;

    public event Action? ReviewChanged;

    /// <summary>A conversation was started, renamed or deleted.</summary>
    public void NotifyHistoryChanged() => HistoryChanged?.Invoke();

    /// <summary>A review case was opened or decided.</summary>
    public void NotifyReviewChanged() => ReviewChanged?.Invoke();
}
