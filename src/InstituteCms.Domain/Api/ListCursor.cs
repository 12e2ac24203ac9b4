using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace InstituteCms.Api;

/// <summary>A place in a list, from which a program reads on. It is good for the list that it was made for and for no other.</summary>
/// <param name="AsOfUtc">Instant at which the first page was read: all further pages are of the list as it was then.</param>
/// <param name="SortUtc">What the last entry read is sorted by; any constant for lists that are not sorted by a time.</param>
/// <param name="Skip">Entries with the same <paramref name="SortUtc"/> that were read already.</param>
public sealed record ListCursor(DateTime AsOfUtc, DateTime SortUtc, int Skip)
{
    private const int SumLength = 12;
    private const int MaxLength = 128;
    private const char Between = '.';

    /// <summary>The cursor as programs carry it: they are to make nothing of it.</summary>
    /// <param name="list">Names the list, with all that narrows it.</param>
    public string Write(string list)
    {
        var place = string.Join(Between, Number(AsOfUtc.Ticks), Number(SortUtc.Ticks), Number(Skip));
        return Base64Url.EncodeToString(Encoding.ASCII.GetBytes(place + Between + SumOf(place, list)));
    }

    /// <summary>Reads a cursor of that list back.</summary>
    public static bool TryRead(string? text, string list, [NotNullWhen(true)] out ListCursor? cursor)
    {
        cursor = null;
        if (text is not { Length: > 0 and <= MaxLength } || !Base64Url.IsValid(text))
        {
            return false;
        }

        var parts = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(text)).Split(Between);
        if (parts is not [var asOf, var sort, var skip, var sum] || SumOf(string.Join(Between, asOf, sort, skip), list) != sum)
        {
            return false;
        }

        cursor = new(Instant(asOf), Instant(sort), int.Parse(skip, CultureInfo.InvariantCulture));
        return true;
    }

    /// <summary>The place after a page that was read from <paramref name="start"/>.</summary>
    /// <param name="start">Where the page began.</param>
    /// <param name="sorts">What its entries are sorted by, in their order.</param>
    public static ListCursor After(ListCursor start, IReadOnlyList<DateTime> sorts)
    {
        var last = sorts[^1];
        var alike = sorts.Reverse().TakeWhile(sort => sort == last).Count();
        return start with { SortUtc = last, Skip = alike == sorts.Count && last == start.SortUtc ? start.Skip + alike : alike };
    }

    // Whoever makes one up gets no further than with a page number; it is for mistakes, not for secrets.
    private static string SumOf(string place, string list) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(place + "\n" + list)))[..SumLength];

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static DateTime Instant(string ticks) => new(long.Parse(ticks, CultureInfo.InvariantCulture), DateTimeKind.Utc);
}
