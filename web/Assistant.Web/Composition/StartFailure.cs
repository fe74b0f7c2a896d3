using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace Assistant.Web.Composition;

/// <summary>Tells a wrong setting, a busy port or an unusable folder from a bug.</summary>
internal static class StartFailure
{
    /// <summary>What is wrong and how to put it right; null when the exception is not about the way the application was started.</summary>
    public static string? Explain(Exception exception) => exception switch
    {
        HostAbortedException => null,
        StartException start => start.Message,
        OptionsValidationException options => string.Join(' ', options.Failures),
        AggregateException several when several.InnerExceptions.Select(Explain).ToList() is var messages && messages.TrueForAll(m => m is not null) =>
            string.Join(' ', messages),
        _ when Chain(exception).OfType<AddressInUseException>().Any() =>
            $"{exception.Message} Stop the program that uses it, or choose another address with --urls http://localhost:PORT.",
        // What the configuration's readers and binder throw names the file or the key, the value and, inside, the place.
        InvalidDataException when Chain(exception).OfType<FormatException>().Any() => Whole(exception),
        InvalidOperationException or FormatException when exception.Source?.StartsWith("Microsoft.Extensions.Configuration", StringComparison.Ordinal) == true => Whole(exception),
        _ => null,
    };

    private static string Whole(Exception exception) => string.Join(' ', Chain(exception).Select(e => e.Message).Distinct());

    private static IEnumerable<Exception> Chain(Exception exception)
    {
        for (var current = exception; current is not null; current = current.InnerException)
        {
            yield return current;
        }
    }
}
