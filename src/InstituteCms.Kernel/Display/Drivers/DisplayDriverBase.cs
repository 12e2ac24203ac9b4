#nullable disable
using InstituteCms.Kernel.Display;
using OrchardCore.DisplayManagement.Views;

namespace OrchardCore.DisplayManagement.Handlers;

/// <summary>What drivers make results with.</summary>
public class DisplayDriverBase
{
    /// <summary>Prefix of the form fields; set while a method of the driver runs.</summary>
    protected string Prefix { get; set; } = "";

    /// <summary>A shape named for its model.</summary>
    public ShapeResult Initialize<TModel>()
        where TModel : class => Initialize<TModel>(typeof(TModel).Name);

    /// <summary>A shape named for its model.</summary>
    public ShapeResult Initialize<TModel>(Action<TModel> initialize)
        where TModel : class => Initialize(typeof(TModel).Name, initialize);

    /// <summary>A shape named for its model.</summary>
    public ShapeResult Initialize<TModel>(Func<TModel, ValueTask> initializeAsync)
        where TModel : class => Initialize(typeof(TModel).Name, initializeAsync);

    /// <summary>A shape with a new model.</summary>
    public ShapeResult Initialize<TModel>(string shapeType)
        where TModel : class => Initialize<TModel>(shapeType, _ => { });

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

    /// <summary>A shape around a model; its view finds it as <c>Model.Value</c>.</summary>
    public ShapeResult View<TModel>(string shapeType, TModel model)
        where TModel : class =>
        Factory(shapeType, _ => ValueTask.FromResult(model as IShape ?? new ShapeViewModel<TModel>(shapeType, model)));

    /// <summary>A given shape.</summary>
    public ShapeResult Shape(string shapeType, IShape shape) => Factory(shapeType, _ => ValueTask.FromResult(shape));

    /// <summary>A shape without a model.</summary>
    public ShapeResult Dynamic(string shapeType) => Factory(shapeType, context => context.ShapeFactory.CreateAsync(shapeType));

    /// <summary>A shape whose values are set on it.</summary>
    public ShapeResult Dynamic(string shapeType, Action<dynamic> initialize) => Factory(
        shapeType,
        context => context.ShapeFactory.CreateAsync(shapeType),
        shape =>
        {
            initialize(shape);
            return Task.CompletedTask;
        });

    /// <summary>The shape that <paramref name="shapeBuilder"/> makes.</summary>
    public ShapeResult Factory(string shapeType, Func<IBuildShapeContext, ValueTask<IShape>> shapeBuilder) =>
        Factory(shapeType, shapeBuilder, null);

    /// <summary>The shape that <paramref name="shapeBuilder"/> makes.</summary>
    public virtual ShapeResult Factory(string shapeType, Func<IBuildShapeContext, ValueTask<IShape>> shapeBuilder, Func<IShape, Task> initializeAsync) =>
        new ShapeResult(shapeType, shapeBuilder, initializeAsync).Prefix(Prefix);

    /// <summary>Several results.</summary>
    public static CombinedResult Combine(params IDisplayResult[] results) => new(results);

    /// <summary>Several results.</summary>
    public static CombinedResult Combine(IEnumerable<IDisplayResult> results) => new(results);

    /// <summary>Several results.</summary>
    public static Task<IDisplayResult> CombineAsync(params IDisplayResult[] results) => Task.FromResult<IDisplayResult>(new CombinedResult(results));

    /// <summary>Several results.</summary>
    public static Task<IDisplayResult> CombineAsync(IEnumerable<IDisplayResult> results) => Task.FromResult<IDisplayResult>(new CombinedResult(results));
}
