using System.Text.Json;

namespace Assistant.Inference.Host.Errors;

/// <summary>Gives every error OpenAI's form, those of the framework included.</summary>
internal sealed class ErrorForm(RequestDelegate next, ILogger<ErrorForm> logger)
{
    private const int ClientClosedRequest = 499;

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
            if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentLength: null, ContentType: null })
            {
                await OfStatus(context).ExecuteAsync(context);
            }
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            if (!context.Response.HasStarted)
            {
                context.Response.StatusCode = ClientClosedRequest;
            }
        }
        catch (BadHttpRequestException exception) when (!context.Response.HasStarted)
        {
            await OfBody(exception).ExecuteAsync(context);
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            Log.Unhandled(logger, context.Request.Method, context.Request.Path, exception);
            await new ApiError(StatusCodes.Status500InternalServerError, "The server failed; its log says how.", "server_error", null, "internal_error").ExecuteAsync(context);
        }
    }

    private static ApiError OfBody(BadHttpRequestException exception) => exception switch
    {
        { StatusCode: StatusCodes.Status413PayloadTooLarge } =>
            new(exception.StatusCode, "The request body is larger than this server takes (Host:MaxBodyBytes).", "invalid_request_error", null, "request_too_large"),
        { StatusCode: StatusCodes.Status415UnsupportedMediaType } =>
            new(exception.StatusCode, "Send the body as Content-Type: application/json.", "invalid_request_error", null, "unsupported_media_type"),
        { InnerException: JsonException json } => ApiError.Invalid(FieldOf(json), $"The body is not the JSON expected here: {json.Message}", "invalid_json"),
        _ => new(exception.StatusCode, exception.Message, "invalid_request_error"),
    };

    /// <summary>"$.messages[0].role" → "messages[0].role".</summary>
    private static string? FieldOf(JsonException exception) => exception.Path is ['$', '.', .. var field] ? field : null;

    private static ApiError OfStatus(HttpContext context) => context.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => new(404, $"There is no {context.Request.Path} here.", "invalid_request_error", null, "not_found"),
        StatusCodes.Status405MethodNotAllowed => new(405, $"{context.Request.Path} does not take {context.Request.Method}.", "invalid_request_error", null, "method_not_allowed"),
        var status => new(status, $"The request was refused with status {status}.", status < 500 ? "invalid_request_error" : "server_error"),
    };
}
