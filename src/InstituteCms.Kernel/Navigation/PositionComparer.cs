namespace InstituteCms.Kernel.Navigation;

/// <summary>Orders positions: <c>before</c>, none, then by dotted parts, numbers by value and before words, and <c>after</c> last.</summary>
internal sealed class PositionComparer : IComparer<string?>
{
    public static PositionComparer Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        var (left, right) = (Parts(x), Parts(y));
        for (var i = 0; i < Math.Min(left.Length, right.Length); i++)
        {
            if (ComparePart(left[i], right[i]) is var difference and not 0)
            {
                return difference;
            }
        }

        return left.Length - right.Length;
    }

    private static string[] Parts(string? position) => string.IsNullOrEmpty(position) ? ["0"] : position.Split('.');

    private static int ComparePart(string left, string right)
    {
        var ((leftRank, leftNumber), (rightRank, rightNumber)) = (Rank(left), Rank(right));
        return leftRank != rightRank ? leftRank - rightRank
            : leftRank == 1 ? leftNumber.CompareTo(rightNumber)
            : StringComparer.CurrentCultureIgnoreCase.Compare(left, right);
    }

    private static (int Rank, int Number) Rank(string part) => part switch
    {
        "before" => (0, 0),
        "after" => (3, 0),
        _ => int.TryParse(part, out var number) ? (1, number) : (2, 0),
    };
}
