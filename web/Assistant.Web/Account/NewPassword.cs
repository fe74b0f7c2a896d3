using System.ComponentModel.DataAnnotations;

namespace Assistant.Web.Account;

/// <summary>A password typed twice. How good it must be is the account system's to say.</summary>
internal class NewPassword
{
    /// <summary>Characters that are hashed at most: hashing megabytes would be work for the asking.</summary>
    public const int MaxLength = 256;

    public const string Hint = "At least 12 characters. A few words in a row are easy to remember and hard to guess.";

    [Required(ErrorMessage = "Enter a password.")]
    [StringLength(MaxLength, ErrorMessage = "A password has at most 256 characters.")]
    public string? Password { get; set; }

    [Required(ErrorMessage = "Repeat the password.")]
    [Compare(nameof(Password), ErrorMessage = "The two passwords differ.")]
    public string? Repeated { get; set; }
}
