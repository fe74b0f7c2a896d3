namespace Assistant.Web.Composition;

/// <summary>The application cannot start for a reason that the person starting it can remove.</summary>
/// <param name="message">A sentence that follows "Assistant could not start:".</param>
internal sealed class StartException(string message, Exception inner) : Exception(message, inner);
