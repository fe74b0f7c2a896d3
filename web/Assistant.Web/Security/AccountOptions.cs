using System.ComponentModel.DataAnnotations;

namespace Assistant.Web.Security;

/// <summary>Section "Accounts".</summary>
internal sealed class AccountOptions
{
    public const string Section = "Accounts";

    /// <summary>Offer the demo accounts; in Development only.</summary>
    public bool Demo { get; set; }

    /// <summary>How often a running page and a cookie are held against the account they were made for.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ErrorMessage = "Accounts:RevalidateAfter must be between 00:00:01 and 01:00:00.")]
    public TimeSpan RevalidateAfter { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Time without a request after which one has to sign in again.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "30.00:00:00", ErrorMessage = "Accounts:SessionLength must be between 00:05:00 and 30.00:00:00.")]
    public TimeSpan SessionLength { get; set; } = TimeSpan.FromHours(10);

    /// <summary>How long the link that sets the first or a new password can be used.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "30.00:00:00", ErrorMessage = "Accounts:LinkLifetime must be between 00:05:00 and 30.00:00:00.")]
    public TimeSpan LinkLifetime { get; set; } = TimeSpan.FromDays(3);

    /// <summary>Wrong passwords in a row that lock an account.</summary>
    [Range(3, 100, ErrorMessage = "Accounts:AttemptsUntilLocked must be between 3 and 100.")]
    public int AttemptsUntilLocked { get; set; } = 5;

    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00", ErrorMessage = "Accounts:LockedFor must be between 00:01:00 and 1.00:00:00.")]
    public TimeSpan LockedFor { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Sign-in attempts that one network address may make per minute.</summary>
    [Range(1, 100_000, ErrorMessage = "Accounts:SignInsPerMinute must be between 1 and 100000.")]
    public int SignInsPerMinute { get; set; } = 60;
}
