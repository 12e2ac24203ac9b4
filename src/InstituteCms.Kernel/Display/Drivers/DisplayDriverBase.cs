#nullable disable
using InstituteCms.Kernel.Display;
using OrchardCore.DisplayManagement.Views;

namespace OrchardCore.DisplayManagement.Handlers;

/// <summary>What drivers make results with.</summary>
public class DisplayDriverBase
{
    /// <summary>Prefix of the form fields; set while a method of the driver runs.</summary>
    protected string Prefix { get; set; } = "";

    /// <summary>A shape with a model that is filled once it has a place.</summary>
    public ShapeResult Initialize<TModel>(string shapeType, Action<TModel> initialize)
        where TModel : class => Initialize<TModel>(shapeType, model =>
        {
            initialize(model);
            return ValueTask.CompletedTask;
        });

    /// <summary>A shape with a model that is filled once it has a place.</summary>
    public ShapeResult Initialize<TModel>(string shapeType, Func<TModel, ValueTask> initializeAsync)
        where TModel : class =>
        Factory(
            shapeType,
            context => context.ShapeFactory.CreateAsync(shapeType, () => ValueTask.FromResult(ModelShape.Around<TModel>())),
            shape => initializeAsync(ModelShape.ModelOf<TModel>(shape)).AsTask());

    /// <summary>The shape that <paramref name="shapeBuilder"/> makes.</summary>
    public virtual ShapeResult Factory(string shapeType, Func<IBuildShapeContext, ValueTask<IShape>> shapeBuilder, Func<IShape, Task> initializeAsync) =>
        new ShapeResult(shapeType, shapeBuilder, initializeAsync).Prefix(Prefix);

    /// <summary>A shape around <paramref name="model"/>.</summary>
    public ShapeResult View<TModel>(string shapeType, TModel model)
        where TModel : class =>
        Factory(shapeType, _ => ValueTask.FromResult<IShape>(new ShapeViewModel<TModel>(shapeType, model)), null);

    /// <summary>Several results.</summary>
    public static Task<IDisplayResult> CombineAsync(params IDisplayResult[] results) => Task.FromResult<IDisplayResult>(Combine(results));

    /// <summary>Several results.</summary>
    public static CombinedResult Combine(params IDisplayResult[] results) => new(results);
}
