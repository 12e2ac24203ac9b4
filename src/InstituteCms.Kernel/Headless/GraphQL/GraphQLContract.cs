#nullable disable
using System.Security.Claims;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement.GraphQL.Queries;
using OrchardCore.Security.Permissions;

namespace OrchardCore.Apis
{
    /// <summary>Registers graph types of parts.</summary>
    public static class ServiceCollectionExtensions
    {
        /// <summary>Shows <typeparamref name="TInput"/> by <typeparamref name="TInputType"/>.</summary>
        public static void AddObjectGraphType<TInput, TInputType>(this IServiceCollection services)
            where TInput : class
            where TInputType : ObjectGraphType<TInput>
        {
            services.AddTransient<TInputType>();
            services.AddTransient<ObjectGraphType<TInput>, TInputType>();
        }

        /// <summary>Filters by <typeparamref name="TObject"/> as <typeparamref name="TObjectType"/> says.</summary>
        public static void AddInputObjectGraphType<TObject, TObjectType>(this IServiceCollection services)
            where TObject : class
            where TObjectType : InputObjectGraphType<TObject>
        {
            services.AddTransient<TObjectType>();
            services.AddTransient<InputObjectGraphType<TObject>, TObjectType>();
        }
    }
}

namespace OrchardCore.Apis.GraphQL
{
    /// <summary>Permissions over GraphQL; there are no mutations here.</summary>
    public static class GraphQLPermissions
    {
        /// <summary>To send queries. What they find, the permissions over content say.</summary>
        public static readonly Permission ExecuteGraphQL = new("ExecuteGraphQL", "Execute GraphQL");
    }

#pragma warning disable CA1001 // Orchard Core's is not disposable, either; nobody waits on the semaphore's handle.
    /// <summary>Who asks, and what the resolvers of one request share.</summary>
    public class GraphQLUserContext : Dictionary<string, object>
    {
        /// <summary>Who asks.</summary>
        public ClaimsPrincipal User { get; set; }

        /// <summary>Held by whoever uses the request's session: it knows no two users at once.</summary>
        public SemaphoreSlim ExecutionContextLock { get; } = new(1, 1);
    }
#pragma warning restore CA1001
}

namespace OrchardCore.Apis.GraphQL.Queries
{
    /// <summary>A filter by columns of an index: each with its comparisons.</summary>
    public class WhereInputObjectGraphType<TSourceType> : InputObjectGraphType<TSourceType>
    {
        /// <summary>Translates descriptions.</summary>
        protected readonly IStringLocalizer S;

        private static readonly (string Suffix, string Meaning)[] _any = [("", "is equal to"), ("_not", "is not equal to")];
        private static readonly (string Suffix, string Meaning)[] _lists = [("_in", "is in collection"), ("_not_in", "is not in collection")];
        private static readonly (string Suffix, string Meaning)[] _ordered =
            [("_gt", "is greater than"), ("_gte", "is greater than or equal"), ("_lt", "is less than"), ("_lte", "is less than or equal")];
        private static readonly (string Suffix, string Meaning)[] _texts =
        [
            ("_contains", "contains the string"), ("_not_contains", "does not contain the string"), ("_starts_with", "starts with the string"),
            ("_not_starts_with", "does not start with the string"), ("_ends_with", "ends with the string"), ("_not_ends_with", "does not end with the string"),
        ];

        /// <summary>A filter without columns.</summary>
        public WhereInputObjectGraphType(IStringLocalizer stringLocalizer) => S = stringLocalizer;

        /// <summary>Adds a column.</summary>
        public void AddScalarFilterFields<TGraphType>(string fieldName, string description) => AddScalarFilterFields(typeof(TGraphType), fieldName, description);

        /// <summary>Adds a column.</summary>
        public virtual void AddScalarFilterFields(Type graphType, string fieldName, string description)
        {
            Add(graphType, fieldName, description, _any);
            Add(typeof(ListGraphType<>).MakeGenericType(graphType), fieldName, description, _lists);
            Add(graphType, fieldName, description, graphType == typeof(StringGraphType) ? _texts : graphType == typeof(BooleanGraphType) ? [] : _ordered);
        }

        /// <summary>The filter as it was sent.</summary>
        public override object ParseDictionary(IDictionary<string, object> value) => value;

        private void Add(Type graphType, string fieldName, string description, (string Suffix, string Meaning)[] comparisons)
        {
            foreach (var (suffix, meaning) in comparisons)
            {
                AddField(new FieldType { Name = fieldName + suffix, Type = graphType, Description = $"{description} {meaning}" });
            }
        }
    }
}

namespace OrchardCore.ContentManagement.GraphQL
{
    /// <summary>Registers what filters look up.</summary>
    public static class ServiceCollectionExtensions
    {
        /// <summary>Lets filters name the columns of an index in camel case.</summary>
        public static void AddWhereInputIndexPropertyProvider<TIndexType>(this IServiceCollection services) =>
            services.AddSingleton<IIndexPropertyProvider, IndexPropertyProvider<TIndexType>>();
    }
}

namespace OrchardCore.ContentManagement.GraphQL.Queries
{
    /// <summary>The index behind the filter of a part.</summary>
    public class IndexAlias
    {
        /// <summary>Name of the part in camel case.</summary>
        public string Alias { get; set; }

        /// <summary>Name of the index.</summary>
        public string Index { get; set; }

        /// <summary>Class of the index.</summary>
        public Type IndexType { get; set; }
    }

    /// <summary>Says which indexes there are.</summary>
    public interface IIndexAliasProvider
    {
        /// <summary>The indexes.</summary>
        ValueTask<IEnumerable<IndexAlias>> GetAliasesAsync();
    }

    /// <summary>Columns of an index.</summary>
    public interface IIndexPropertyProvider
    {
        /// <summary>Name of the index.</summary>
        string IndexName { get; }

        /// <summary>The column that a filter means by <paramref name="propertyName"/>.</summary>
        bool TryGetValue(string propertyName, out string indexPropertyName);
    }

    /// <summary>Columns of an index, by its class.</summary>
    public class IndexPropertyProvider<T> : IIndexPropertyProvider
    {
        private static readonly Dictionary<string, string> _names =
            typeof(T).GetProperties().ToDictionary(property => property.Name, property => property.Name, StringComparer.OrdinalIgnoreCase);

        /// <inheritdoc />
        public string IndexName => typeof(T).Name;

        /// <inheritdoc />
        public bool TryGetValue(string propertyName, out string indexPropertyName) => _names.TryGetValue(propertyName, out indexPropertyName);
    }
}

namespace OrchardCore.ContentManagement.GraphQL.Queries.Types
{
    /// <summary>What items of every type have. Whose they are and who wrote them is left out: staff are nobody's business on a public site.</summary>
    public class ContentItemInterface : InterfaceGraphType<ContentItem>
    {
        internal ContentItemInterface()
        {
            Name = "ContentItem";
            AddFields(this);
        }

        internal static void AddFields(ComplexGraphType<ContentItem> type)
        {
            type.Field(item => item.ContentItemId, nullable: false).Description("Content item id");
            type.Field(item => item.ContentItemVersionId, nullable: false).Description("The content item version id");
            type.Field(item => item.ContentType, nullable: false).Description("Type of content");
            type.Field(item => item.DisplayText, nullable: true).Description("The display text of the content item");
            type.Field(item => item.Published, nullable: false).Description("Is the published version");
            type.Field(item => item.Latest, nullable: false).Description("Is the latest version");
            type.Field(item => item.ModifiedUtc, nullable: true).Description("The date and time of modification");
            type.Field(item => item.PublishedUtc, nullable: true).Description("The date and time of publication");
            type.Field(item => item.CreatedUtc, nullable: true).Description("The date and time of creation");
        }
    }
}
