using GraphQL.Conversion;
using GraphQL.Types;

namespace InstituteCms.Kernel.Headless.GraphQL;

/// <summary>Names of fields in camel case; AND, OR and NOT stay as they are.</summary>
internal sealed class GraphQLNames : INameConverter
{
    private static readonly CamelCaseNameConverter _camelCase = new();

    /// <summary>The field of a part: its name without "Part".</summary>
    public static string OfPart(string partName)
    {
        var name = partName.EndsWith("Part", StringComparison.Ordinal) && partName.Length > 4 ? partName[..^4] : partName;
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    public string NameForField(string fieldName, IComplexGraphType parentGraphType) =>
        fieldName is "AND" or "OR" or "NOT" ? fieldName : _camelCase.NameForField(fieldName, parentGraphType);

    public string NameForArgument(string argumentName, IComplexGraphType parentGraphType, FieldType field) =>
        _camelCase.NameForArgument(argumentName, parentGraphType, field);
}
