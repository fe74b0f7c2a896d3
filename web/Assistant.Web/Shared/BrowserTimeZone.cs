namespace Assistant.Web.Shared;

/// <summary>The time zone that the reader's browser is set to; UTC when the server does not know it.</summary>
internal sealed class BrowserTimeZone(Browser browser)
{
    private TimeZoneInfo? zone;

    public async ValueTask<TimeZoneInfo> GetAsync()
    {
        if (zone is null && await browser.TimeZoneAsync() is { } name)
        {
            zone = TimeZoneInfo.TryFindSystemTimeZoneById(name, out var found) ? found : TimeZoneInfo.Utc;
        }

        return zone ?? TimeZoneInfo.Utc;
    }
}
