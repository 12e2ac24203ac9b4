#nullable disable
using InstituteCms.Kernel.Data;

namespace YesSql.Indexes;

/// <summary>A row that makes a document findable.</summary>
public interface IIndex
{
    /// <summary>Id of the row, not of the document.</summary>
    long Id { get; set; }
}

/// <summary>An index with rows of one document each; its public properties are the columns. Reduced indexes are left out.</summary>
public abstract class MapIndex : IIndex
{
    /// <inheritdoc />
    public long Id { get; set; }
}

/// <summary>Says which index rows a class of documents has.</summary>
public interface IIndexProvider
{
    /// <summary>Left out: always null.</summary>
    string CollectionName { get; set; }

    /// <summary>The class of documents.</summary>
    Type ForType();

    /// <summary>Describes the indexes; <paramref name="context"/> is a <see cref="DescribeContext{T}"/> of <see cref="ForType"/>.</summary>
    void Describe(IDescriptor context);
}

/// <summary>Base of index providers.</summary>
public abstract class IndexProvider<T> : IIndexProvider
{
    /// <inheritdoc />
    public string CollectionName { get; set; }

    /// <summary>Describes the indexes.</summary>
    public abstract void Describe(DescribeContext<T> context);

    /// <inheritdoc />
    public Type ForType() => typeof(T);

    void IIndexProvider.Describe(IDescriptor context) => Describe((DescribeContext<T>)context);
}

/// <summary>What providers describe their indexes to.</summary>
public interface IDescriptor
{
    /// <summary>The indexes described.</summary>
    IEnumerable<IndexDescriptor> Describe(params Type[] types);
}

/// <inheritdoc />
public class DescribeContext<T> : IDescriptor
{
    private readonly List<IndexMap<T>> _maps = [];

    /// <summary>Starts the description of an index.</summary>
    public IMapFor<T, TIndex> For<TIndex>()
        where TIndex : class, IIndex
    {
        var map = new IndexMap<T, TIndex>();
        _maps.Add(map);
        return map;
    }

    /// <inheritdoc />
    public IEnumerable<IndexDescriptor> Describe(params Type[] types) => [.. _maps.Select(map => map.ToDescriptor())];
}

/// <summary>One index of a class of documents.</summary>
public class IndexDescriptor
{
    /// <summary>The class of documents.</summary>
    public Type Type { get; set; }

    /// <summary>The class of index rows.</summary>
    public Type IndexType { get; set; }

    /// <summary>Which documents have rows; null for all.</summary>
    public Func<object, bool> Filter { get; set; }

    /// <summary>The rows of a document.</summary>
    public Func<object, CancellationToken, Task<IEnumerable<IIndex>>> Map { get; set; }
}

/// <summary>Says how rows are made of a document; null makes none.</summary>
public interface IMapFor<out T, TIndex>
    where TIndex : IIndex
{
    /// <summary>Only documents that satisfy <paramref name="predicate"/> have rows.</summary>
    IMapFor<T, TIndex> When(Func<T, bool> predicate);

    /// <summary>One row.</summary>
    IGroupFor<TIndex> Map(Func<T, TIndex> map);

    /// <summary>Any number of rows.</summary>
    IGroupFor<TIndex> Map(Func<T, IEnumerable<TIndex>> map);

    /// <summary>One row.</summary>
    IGroupFor<TIndex> Map(Func<T, Task<TIndex>> map);

    /// <summary>Any number of rows.</summary>
    IGroupFor<TIndex> Map(Func<T, Task<IEnumerable<TIndex>>> map);

    /// <summary>One row.</summary>
    IGroupFor<TIndex> Map(Func<T, CancellationToken, Task<TIndex>> map);

    /// <summary>Any number of rows.</summary>
    IGroupFor<TIndex> Map(Func<T, CancellationToken, Task<IEnumerable<TIndex>>> map);
}

/// <summary>A mapped index; grouping is left out.</summary>
public interface IGroupFor<TIndex>
    where TIndex : IIndex;
