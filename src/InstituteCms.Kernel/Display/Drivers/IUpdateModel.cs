#nullable disable
using System.Linq.Expressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using OrchardCore.DisplayManagement.ModelBinding;

namespace OrchardCore.DisplayManagement.ModelBinding
{
    /// <summary>Reads the posted form into models.</summary>
    public interface IUpdateModel
    {
        /// <summary>Reads the fields under <paramref name="prefix"/>.</summary>
        Task<bool> TryUpdateModelAsync<TModel>(TModel model, string prefix)
            where TModel : class;

        /// <summary>Values and errors.</summary>
        ModelStateDictionary ModelState { get; }
    }

    /// <summary>The form of the request.</summary>
    public interface IUpdateModelAccessor
    {
        /// <summary>Reads it; never null.</summary>
        IUpdateModel ModelUpdater { get; set; }
    }

    /// <summary>Reads forms the way a controller does.</summary>
    public class ControllerModelUpdater : IUpdateModel
    {
        private readonly Controller _controller;

        /// <summary>Uses <paramref name="controller"/>.</summary>
        public ControllerModelUpdater(Controller controller) => _controller = controller;

        /// <inheritdoc />
        public ModelStateDictionary ModelState => _controller.ModelState;

        /// <inheritdoc />
        public Task<bool> TryUpdateModelAsync<TModel>(TModel model, string prefix)
            where TModel : class => _controller.TryUpdateModelAsync(model, prefix);
    }
}

namespace OrchardCore.Mvc.ModelBinding
{
    /// <summary>Adds errors to forms with prefixes.</summary>
    public static class ModelStateDictionaryExtensions
    {
        /// <summary>Adds an error to the field <paramref name="key"/> under <paramref name="prefix"/>.</summary>
        public static void AddModelError(this ModelStateDictionary modelState, string prefix, string key, string errorMessage) =>
            modelState.AddModelError(string.IsNullOrEmpty(prefix) ? key : string.IsNullOrEmpty(key) ? prefix : prefix + "." + key, errorMessage);
    }
}

namespace InstituteCms.Kernel.Display
{
    internal sealed class UpdateModelAccessor : IUpdateModelAccessor
    {
        public IUpdateModel ModelUpdater { get; set; } = new NoForm();

        /// <summary>The action that renders; null outside of MVC.</summary>
        public ActionContext ActionContext { get; set; }

        private sealed class NoForm : IUpdateModel
        {
            public ModelStateDictionary ModelState { get; } = new();

            public Task<bool> TryUpdateModelAsync<TModel>(TModel model, string prefix)
                where TModel : class => Task.FromResult(true);
        }
    }

    /// <summary>Hands the running controller to <see cref="IUpdateModelAccessor"/>.</summary>
    internal sealed class ModelUpdaterFilter(UpdateModelAccessor accessor) : IActionFilter, IOrderedFilter
    {
        public int Order => int.MinValue;

        public void OnActionExecuting(ActionExecutingContext context)
        {
            if (context.Controller is Controller controller)
            {
                accessor.ModelUpdater = new ControllerModelUpdater(controller);
                accessor.ActionContext = controller.ControllerContext;
            }
        }

        public void OnActionExecuted(ActionExecutedContext context)
        {
        }
    }
}
