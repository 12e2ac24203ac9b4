#nullable disable
using InstituteCms.Kernel.Display;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.Shapes;

namespace OrchardCore.DisplayManagement.Views
{
    /// <summary>A view model that is a shape itself.</summary>
    public class ShapeViewModel : IShape, IPositioned
    {
        private readonly Shape _shape = new();

        /// <summary>A shape whose type is given later.</summary>
        public ShapeViewModel()
        {
        }

        /// <summary>A shape of type <paramref name="shapeType"/>.</summary>
        public ShapeViewModel(string shapeType) => Metadata.Type = shapeType;

        /// <inheritdoc />
        [BindNever, ValidateNever]
        public ShapeMetadata Metadata => _shape.Metadata;

        /// <inheritdoc />
        [BindNever, ValidateNever]
        public string Position { get => _shape.Position; set => _shape.Position = value; }

        /// <inheritdoc />
        [BindNever, ValidateNever]
        public string Id { get => _shape.Id; set => _shape.Id = value; }

        /// <inheritdoc />
        [BindNever, ValidateNever]
        public string TagName { get => _shape.TagName; set => _shape.TagName = value; }

        /// <inheritdoc />
        [BindNever, ValidateNever]
        public IList<string> Classes => _shape.Classes;

        /// <inheritdoc />
        [BindNever, ValidateNever]
        public IDictionary<string, string> Attributes => _shape.Attributes;

        /// <inheritdoc />
        [BindNever, ValidateNever]
        public IDictionary<string, object> Properties => _shape.Properties;

        /// <inheritdoc />
        [BindNever, ValidateNever]
        public IReadOnlyList<IPositioned> Items => _shape.Items;

        internal object Find(string name) => _shape.Find(name);

        /// <inheritdoc />
        public async ValueTask<IShape> AddAsync(object item, string position)
        {
            await _shape.AddAsync(item, position);
            return this;
        }
    }

    /// <summary>A shape around a model of any kind.</summary>
    public class ShapeViewModel<T> : ShapeViewModel
    {
        /// <summary>Wraps <paramref name="value"/>.</summary>
        public ShapeViewModel(string shapeType, T value)
            : base(shapeType) => Value = value;

        /// <summary>The model.</summary>
        public T Value { get; private set; }
    }
}

namespace InstituteCms.Kernel.Display
{
    /// <summary>A shape that carries a plain view model; the view gets the model itself.</summary>
    internal sealed class ModelShape : Shape
    {
        public ModelShape(object model) => Model = model;

        public object Model { get; }

        public static IShape Around<TModel>()
            where TModel : class
        {
            var type = typeof(TModel);
            if (type.IsSealed || type.IsAbstract || !type.IsVisible || type.GetConstructor(Type.EmptyTypes) is null)
            {
                throw new InvalidOperationException(
                    $"The view model {type.FullName} cannot become a shape: it has to be public, not sealed, and have a constructor without parameters.");
            }

            var model = Activator.CreateInstance<TModel>();
            return model as IShape ?? new ModelShape(model);
        }

        /// <summary>The view model in <paramref name="shape"/>.</summary>
        public static TModel ModelOf<TModel>(IShape shape)
            where TModel : class => shape is ModelShape wrapped ? (TModel)wrapped.Model : (TModel)shape;

        internal override object Find(string name) =>
            Model.GetType().GetProperty(name) is { } property && property.GetIndexParameters().Length == 0
                ? property.GetValue(Model)
                : base.Find(name);
    }
}
