using Assistant.Inference.Host.Json;

namespace Assistant.Inference.Host.Errors;

/// <summary>A refused or failed request, in OpenAI's form.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Type">"invalid_request_error", "authentication_error", "permission_error", "rate_limit_error" or "server_error".</param>
/// <param name="Param">The field at fault, e.g. "messages[1].content".</param>
/// <param name="Code">What a program can tell the error by, e.g. "model_not_found".</param>
/// <param name="RetryAfter">When another try makes sense.</param>
internal sealed record ApiError(int Status, string Message, string Type, string? Param = null, string? Code = null, TimeSpan? RetryAfter = null) : IResult
{
    public static ApiError Invalid(string? param, string message, string? code = null) =>
        new(StatusCodes.Status400BadRequest, message, "invalid_request_error", param, code);

    public static ApiError ModelNotFound(string message) =>
        new(StatusCodes.Status404NotFound, message, "invalid_request_error", "model", "model_not_found");

    public static ApiError Unavailable(string message, string code, TimeSpan? retryAfter = null) =>
        new(StatusCodes.Status503ServiceUnavailable, message, "server_error", null, code, retryAfter);

    public ErrorBody Body => new(new(Message, Type, Param, Code));

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        if (RetryAfter is { } wait)
        {
            response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return response.WriteAsJsonAsync(Body, HostJson.Wire.ErrorBody, cancellationToken: httpContext.RequestAborted);
    }
}
