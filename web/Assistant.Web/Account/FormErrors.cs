using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Identity;

namespace Assistant.Web.Account;

/// <summary>Puts what the account system refuses next to the field that it is about.</summary>
internal static class FormErrors
{
    /// <param name="email">Name of the e-mail member of the form's model.</param>
    /// <param name="password">Name of the password member.</param>
    public static void Show(this ValidationMessageStore messages, EditContext form, IEnumerable<IdentityError> errors, string email, string password)
    {
        foreach (var error in errors.DistinctBy(Describe))
        {
            messages.Add(form.Field(IsAboutEmail(error) ? email : password), Describe(error));
        }

        form.NotifyValidationStateChanged();
    }

    private static bool IsAboutEmail(IdentityError error) =>
        error.Code is nameof(IdentityErrorDescriber.DuplicateEmail) or nameof(IdentityErrorDescriber.DuplicateUserName)
            or nameof(IdentityErrorDescriber.InvalidEmail) or nameof(IdentityErrorDescriber.InvalidUserName);

    private static string Describe(IdentityError error) => error.Code switch
    {
        nameof(IdentityErrorDescriber.DuplicateEmail) or nameof(IdentityErrorDescriber.DuplicateUserName) => "There is already an account with this e-mail address.",
        nameof(IdentityErrorDescriber.PasswordMismatch) => "This is not your current password.",
        _ => error.Description,
    };
}
