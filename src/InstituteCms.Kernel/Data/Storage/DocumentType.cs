using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;

namespace InstituteCms.Kernel.Data;

/// <summary>A class of documents: its stored name and its <c>long Id</c> and <c>long Version</c>, where it has them.</summary>
internal sealed class DocumentType
{
    private static readonly ConcurrentDictionary<Type, DocumentType> _known = new();

    private readonly PropertyInfo? _id;
    private readonly PropertyInfo? _version;

    private DocumentType(Type type)
    {
        Name = $"{type.FullName}, {type.Assembly.GetName().Name}";
        _id = Number(type, "Id");
        _version = Number(type, "Version");
    }

    public string Name { get; }

    public static DocumentType Of(Type type) => _known.GetOrAdd(type, static t => new DocumentType(t));

    public long GetId(object document) => Get(_id, document);

    public void SetId(object document, long id) => Set(_id, document, id);

    public long GetVersion(object document) => Get(_version, document);

    public void SetVersion(object document, long version) => Set(_version, document, version);

    private static PropertyInfo? Number(Type type, string name) =>
        type.GetProperty(name) is { CanRead: true, CanWrite: true } p && (p.PropertyType == typeof(long) || p.PropertyType == typeof(int)) ? p : null;

    private static long Get(PropertyInfo? property, object document) =>
        property is null ? 0 : Convert.ToInt64(property.GetValue(document), CultureInfo.InvariantCulture);

    private static void Set(PropertyInfo? property, object document, long value) =>
        property?.SetValue(document, Convert.ChangeType(value, property.PropertyType, CultureInfo.InvariantCulture));
}
