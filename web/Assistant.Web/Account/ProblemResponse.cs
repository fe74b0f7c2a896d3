using Assistant.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Assistant.Web.Account;

/// <summary>Answers a request that ended in a bare status code: with a page for people, with problem details for scripts.</summary>
internal static class ProblemResponse
{
    public static async Task WriteAsync(HttpContext context)
    {
        if (SignInPaths.AnswersWithPages(context.Request))
        {
            await new RazorComponentResult<ProblemPage>(new Dictionary<string, object?> { [nameof(ProblemPage.Status)] = context.Response.StatusCode })
            {
                StatusCode = context.Response.StatusCode,
            }.ExecuteAsync(context);
        }
        else
        {
            await TypedResults.Problem(statusCode: context.Response.StatusCode).ExecuteAsync(context);
        }
    }
}
