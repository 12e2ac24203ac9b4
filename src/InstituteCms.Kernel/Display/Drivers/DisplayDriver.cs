#nullable disable
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.DisplayManagement.ModelBinding;
using OrchardCore.DisplayManagement.Views;

namespace OrchardCore.DisplayManagement.Handlers;

/// <summary>Shows and edits models of one type.</summary>
public interface IDisplayDriver<TModel, TDisplayContext, TEditorContext, TUpdateContext>
    where TDisplayContext : BuildDisplayContext
    where TEditorContext : BuildEditorContext
    where TUpdateContext : UpdateEditorContext
{
    /// <summary>The display; null for nothing.</summary>
    Task<IDisplayResult> BuildDisplayAsync(TModel model, TDisplayContext context);

    /// <summary>The editor; null for nothing.</summary>
    Task<IDisplayResult> BuildEditorAsync(TModel model, TEditorContext context);

    /// <summary>Reads the form, answers the editor.</summary>
    Task<IDisplayResult> UpdateEditorAsync(TModel model, TUpdateContext context);
}

/// <summary>Base of drivers.</summary>
public abstract class DisplayDriver<TModel, TDisplayContext, TEditorContext, TUpdateContext>
    : DisplayDriverBase, IDisplayDriver<TModel, TDisplayContext, TEditorContext, TUpdateContext>
    where TModel : class
    where TDisplayContext : BuildDisplayContext
    where TEditorContext : BuildEditorContext
    where TUpdateContext : UpdateEditorContext
{
    /// <summary>Name of the model's type.</summary>
    protected static readonly string ModelName = typeof(TModel).Name;

    /// <summary>Whether the driver answers for <paramref name="model"/>.</summary>
    public virtual bool CanHandleModel(TModel model) => true;

    /// <summary>Shows the model.</summary>
    public virtual Task<IDisplayResult> DisplayAsync(TModel model, TDisplayContext context) => Task.FromResult(Display(model, context));

    /// <summary>Shows the model.</summary>
    public virtual IDisplayResult Display(TModel model, TDisplayContext context) => null;

    /// <summary>Edits the model.</summary>
    public virtual Task<IDisplayResult> EditAsync(TModel model, TEditorContext context) => Task.FromResult(Edit(model, context));

    /// <summary>Edits the model.</summary>
    public virtual IDisplayResult Edit(TModel model, TEditorContext context) => null;

    /// <summary>Reads the form into the model.</summary>
    public virtual Task<IDisplayResult> UpdateAsync(TModel model, TUpdateContext context) => EditAsync(model, context as TEditorContext);

    /// <summary>Sets the prefix of the form fields.</summary>
    protected virtual void BuildPrefix(TModel model, string htmlFieldPrefix) =>
        Prefix = string.IsNullOrEmpty(htmlFieldPrefix) ? ModelName : htmlFieldPrefix + "." + ModelName;

    Task<IDisplayResult> IDisplayDriver<TModel, TDisplayContext, TEditorContext, TUpdateContext>.BuildDisplayAsync(TModel model, TDisplayContext context)
    {
        if (!CanHandleModel(model))
        {
            return Task.FromResult<IDisplayResult>(null);
        }

        BuildPrefix(model, context.HtmlFieldPrefix);
        return DisplayAsync(model, context);
    }

    Task<IDisplayResult> IDisplayDriver<TModel, TDisplayContext, TEditorContext, TUpdateContext>.BuildEditorAsync(TModel model, TEditorContext context)
    {
        if (!CanHandleModel(model))
        {
            return Task.FromResult<IDisplayResult>(null);
        }

        BuildPrefix(model, context.HtmlFieldPrefix);
        return EditAsync(model, context);
    }

    Task<IDisplayResult> IDisplayDriver<TModel, TDisplayContext, TEditorContext, TUpdateContext>.UpdateEditorAsync(TModel model, TUpdateContext context)
    {
        if (!CanHandleModel(model))
        {
            return Task.FromResult<IDisplayResult>(null);
        }

        BuildPrefix(model, context.HtmlFieldPrefix);
        return UpdateAsync(model, context);
    }
}

/// <summary>Base of drivers for a model that is no content item.</summary>
public abstract class DisplayDriver<TModel> : DisplayDriver<TModel, BuildDisplayContext, BuildEditorContext, UpdateEditorContext>
    where TModel : class
{
}

/// <summary>Base of drivers for models of type <typeparamref name="TConcrete"/> among others of type <typeparamref name="TModel"/>.</summary>
public abstract class DisplayDriver<TModel, TConcrete> : DisplayDriver<TConcrete, BuildDisplayContext, BuildEditorContext, UpdateEditorContext>
    where TModel : class
    where TConcrete : class, TModel
{
}
