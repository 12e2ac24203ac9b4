#nullable disable
using System.Collections;
using System.Linq.Expressions;
using YesSql.Indexes;

namespace YesSql
{
    /// <summary>Starts queries.</summary>
    public static class QueryExtensions
    {
        /// <summary>Queries the documents of a class.</summary>
        public static IQuery<T> Query<T>(this ISession session, string collection = null)
            where T : class => session.Query(collection).For<T>();

        /// <summary>Queries documents by an index.</summary>
        public static IQuery<T, TIndex> Query<T, TIndex>(this ISession session, bool filterType = false, string collection = null)
            where T : class
            where TIndex : class, IIndex => session.Query(collection).For<T>(filterType).With<TIndex>();

        /// <inheritdoc cref="Query{T, TIndex}(ISession, bool, string)" />
        public static IQuery<T, TIndex> Query<T, TIndex>(
            this ISession session, Expression<Func<TIndex, bool>> predicate, bool filterType = false, string collection = null)
            where T : class
            where TIndex : class, IIndex => session.Query(collection).For<T>(filterType).With(predicate);

        /// <summary>Queries the rows of an index.</summary>
        public static IQueryIndex<TIndex> QueryIndex<TIndex>(this ISession session, string collection = null)
            where TIndex : class, IIndex => session.Query(collection).ForIndex<TIndex>();

        /// <inheritdoc cref="QueryIndex{TIndex}(ISession, string)" />
        public static IQueryIndex<TIndex> QueryIndex<TIndex>(
            this ISession session, Expression<Func<TIndex, bool>> predicate, string collection = null)
            where TIndex : class, IIndex => session.Query(collection).ForIndex<TIndex>().Where(predicate);
    }
}

namespace YesSql.Services
{
    /// <summary>What a query's predicate can say and C# cannot; only to be written in predicates.</summary>
    public static class DefaultQueryExtensions
    {
        /// <summary>The column's value is one of <paramref name="values"/>.</summary>
        public static bool IsIn(this object source, IEnumerable values) => throw OnlyInQueries();

        /// <summary>The column's value is none of <paramref name="values"/>.</summary>
        public static bool IsNotIn(this object source, IEnumerable values) => throw OnlyInQueries();

        /// <summary>The column matches the SQL pattern <paramref name="filter"/>, where % stands for any text.</summary>
        public static bool IsLike(this string source, string filter) => throw OnlyInQueries();

        private static NotSupportedException OnlyInQueries() => new("Only to be used in the predicates of queries.");
    }

    /// <summary>What a query's predicate can say of the rows of another index; only to be written in predicates.</summary>
    public static class DefaultQueryExtensionsIndex
    {
        /// <summary>The column's value is one of what <paramref name="select"/> takes from the rows that <paramref name="where"/> finds.</summary>
        public static bool IsIn<TIndex>(this object source, Expression<Func<TIndex, object>> select, Expression<Func<TIndex, bool>> where) => throw OnlyInQueries();

        /// <summary>The column's value is none of what <paramref name="select"/> takes from the rows that <paramref name="where"/> finds.</summary>
        public static bool IsNotIn<TIndex>(this object source, Expression<Func<TIndex, object>> select, Expression<Func<TIndex, bool>> where) => throw OnlyInQueries();

        private static NotSupportedException OnlyInQueries() => new("Only to be used in the predicates of queries.");
    }
}
