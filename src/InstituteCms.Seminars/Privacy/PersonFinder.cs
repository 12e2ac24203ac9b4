namespace InstituteCms.Privacy;

/// <summary>Where somebody was found, and how often: a column of a table, or a file.</summary>
public sealed record PersonPlace(string Place, bool IsFile, int Count);

/// <summary>Looks for people in everything that this site keeps: every table, every file. It says where, never what else stands there.</summary>
public sealed class PersonFinder
{
    private readonly TenantTables _tables;
    private readonly TenantFiles _files;

    public PersonFinder(TenantTables tables, TenantFiles files) => (_tables, _files) = (tables, files);

    /// <summary>The places, tables first.</summary>
    public async Task<IReadOnlyList<PersonPlace>> FindAsync(PersonTrace trace, CancellationToken cancellationToken)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        await foreach (var value in _tables.ReadAllAsync(cancellationToken))
        {
            if (trace.IsIn(value.Text))
            {
                counts[value.Place] = counts.GetValueOrDefault(value.Place) + 1;
            }
        }

        var places = counts.Select(place => new PersonPlace(place.Key, IsFile: false, place.Value)).ToList();
        foreach (var file in _files.List())
        {
            if (await _files.NamesAsync(file, trace, cancellationToken))
            {
                places.Add(new(file.Replace('\\', '/'), IsFile: true, 1));
            }
        }

        return places;
    }
}
