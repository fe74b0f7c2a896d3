using System.ClientModel;
using System.Globalization;

namespace Assistant.Orchestration.Generation;

/// <summary>How long a server that refused a request asks to wait (RFC 9110, 10.2.3: seconds or a date).</summary>
internal static class RetryAfter
{
    private static readonly TimeSpan Unsaid = TimeSpan.FromSeconds(1);

    public static TimeSpan Of(ClientResultException refusal, TimeProvider time)
    {
        string? value = null;
        refusal.GetRawResponse()?.Headers.TryGetValue("Retry-After", out value);
        return Parse(value, time.GetUtcNow());
    }

    public static TimeSpan Parse(string? value, DateTimeOffset now)
    {
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return TimeSpan.FromSeconds(seconds);
        }

        return DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) && date > now
            ? date - now
            : Unsaid;
    }
}
