using System.Text;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace InstituteCms.Api;

/// <summary>Lets no request through to the API that holds what it does not know or cannot read, and says what and where.</summary>
public sealed class ApiRequestFilter : IActionFilter
{
    private readonly ApiProblems _problems;
    private readonly IStringLocalizer S;

    public ApiRequestFilter(ApiProblems problems, IStringLocalizer<ApiRequestFilter> localizer) => (_problems, S) = (problems, localizer);

    public void OnActionExecuting(ActionExecutingContext context)
    {
        var known = context.ActionDescriptor.Parameters.Where(parameter => parameter.BindingInfo?.BindingSource == BindingSource.Query).Select(NameOf).Append("culture").ToHashSet();
        var bodies = context.ActionDescriptor.Parameters.Where(parameter => parameter.BindingInfo?.BindingSource == BindingSource.Body).Select(NameOf).ToHashSet(); // Their problems stand at their fields.
        ApiFieldProblem[] errors =
        [
            .. context.HttpContext.Request.Query.Keys.Where(key => !known.Contains(key)).Select(key => ApiFieldProblem.Of(key, S["There is no such parameter."])),
            .. context.HttpContext.Request.Query.Where(value => value.Value.Count > 1).Select(value => ApiFieldProblem.Of(value.Key, S["Give this parameter once."])),
            .. context.ModelState.Where(entry => !bodies.Contains(entry.Key)).SelectMany(entry => entry.Value!.Errors.Select(error => ToProblem(entry.Key, error.ErrorMessage, context.ActionDescriptor))),
        ];
        if (errors.Length > 0)
        {
            context.Result = new ProblemAnswer(_problems.Of(ProblemKind.InvalidRequest, errors));
        }
    }

    public void OnActionExecuted(ActionExecutedContext context)
    {
    }

    private ApiFieldProblem ToProblem(string key, string message, ActionDescriptor action) =>
        action.Parameters.Any(parameter => NameOf(parameter) == key && parameter.BindingInfo?.BindingSource != BindingSource.Body)
            ? ApiFieldProblem.Of(key, message.Length > 0 ? message : S["This cannot be read."])
            : ApiFieldProblem.At(key.StartsWith('#') ? key : PointerOf(key), message.Length > 0 ? message : S["This cannot be read."]);

    private static string NameOf(ParameterDescriptor parameter) => parameter.BindingInfo?.BinderModelName ?? parameter.Name;

    /// <summary>The pointer of a path such as <c>$.answers['a/b'][0]</c> or <c>Answers.color</c>.</summary>
    internal static string PointerOf(string path)
    {
        var pointer = new StringBuilder("#");
        foreach (var step in path.TrimStart('$').Split(['.', '[', ']', '\''], StringSplitOptions.RemoveEmptyEntries))
        {
            pointer.Append('/').Append((char.ToLowerInvariant(step[0]) + step[1..]).Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));
        }

        return pointer.ToString();
    }
}
