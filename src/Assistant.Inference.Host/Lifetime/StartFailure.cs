using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace Assistant.Inference.Host.Lifetime;

/// <summary>Tells a wrong setting and a busy port from a bug.</summary>
/// <param name="Reason">What is wrong and how to put it right.</param>
internal sealed record StartFailure(string Reason, int ExitCode)
{
    /// <summary>Null when the exception is not about the way the server was started.</summary>
    public static StartFailure? Of(Exception exception) => exception switch
    {
        HostAbortedException => null,
        StartException => new(exception.Message, ExitCodes.Unusable),
        OptionsValidationException options => new(string.Join(' ', options.Failures), ExitCodes.Unusable),
        AggregateException several when several.InnerExceptions.Select(Of).ToList() is var failures && failures.TrueForAll(f => f is not null) =>
            new(string.Join(' ', failures.Select(f => f!.Reason)), ExitCodes.Unusable),
        _ when exception.InnerException is AddressInUseException || exception.GetBaseException() is AddressInUseException =>
            new($"{exception.Message} Stop the program that uses it, or choose another address with --urls http://127.0.0.1:PORT.", ExitCodes.Failed),
        // What the configuration's readers and binder throw names the file or the key, and the value.
        InvalidDataException or InvalidOperationException or FormatException when exception.Source?.StartsWith("Microsoft.Extensions.Configuration", StringComparison.Ordinal) == true =>
            new($"{exception.Message} {exception.InnerException?.Message}".TrimEnd(), ExitCodes.Unusable),
        _ => null,
    };
}
