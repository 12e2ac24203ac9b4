using System.Text.RegularExpressions;

namespace InstituteCms.Texts;

/// <summary>What became of a piece of text.</summary>
public enum DiffKind
{
    /// <summary>It is in both.</summary>
    Same,

    /// <summary>It is only in the text before.</summary>
    Removed,

    /// <summary>It is only in the text after.</summary>
    Added,
}

/// <summary>A run of words with one fate.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Text">The words, with the spaces between them.</param>
public sealed record DiffPiece(DiffKind Kind, string Text);

/// <summary>Compares two texts word by word. Japanese and Chinese, which have no spaces, are compared character by character.</summary>
public static partial class WordDiff
{
    // Memory of the comparison: past it, what lies between the common start and the common end counts as replaced.
    private const long MostCells = 4_000_000;

    /// <summary>The pieces in reading order. Those that are not <see cref="DiffKind.Added"/> make up the text before, those not <see cref="DiffKind.Removed"/> the text after.</summary>
    public static IReadOnlyList<DiffPiece> Compare(string before, string after)
    {
        var (old, now) = (Words(before), Words(after));
        var start = old.Zip(now).TakeWhile(pair => pair.First == pair.Second).Count();
        var end = old.Skip(start).Reverse().Zip(now.Skip(start).Reverse()).TakeWhile(pair => pair.First == pair.Second).Count();

        var pieces = new List<DiffPiece>();
        Add(pieces, DiffKind.Same, old[..start]);
        Middle(pieces, old[start..^end], now[start..^end]);
        Add(pieces, DiffKind.Same, old[^end..]);
        return pieces;
    }

    private static void Middle(List<DiffPiece> pieces, string[] old, string[] now)
    {
        if ((long)old.Length * now.Length > MostCells)
        {
            Add(pieces, DiffKind.Removed, old);
            Add(pieces, DiffKind.Added, now);
            return;
        }

        var common = CommonLengths(old, now);
        var (i, j) = (0, 0);
        while (i < old.Length || j < now.Length)
        {
            if (i < old.Length && j < now.Length && old[i] == now[j])
            {
                Add(pieces, DiffKind.Same, old[i++]);
                j++;
            }
            else if (j == now.Length || (i < old.Length && common[i + 1, j] >= common[i, j + 1]))
            {
                Add(pieces, DiffKind.Removed, old[i++]);
            }
            else
            {
                Add(pieces, DiffKind.Added, now[j++]);
            }
        }
    }

    /// <summary>At [i, j]: how many words the longest common run of the rests behind i and j has.</summary>
    private static int[,] CommonLengths(string[] old, string[] now)
    {
        var lengths = new int[old.Length + 1, now.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        {
            for (var j = now.Length - 1; j >= 0; j--)
            {
                lengths[i, j] = old[i] == now[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }

        return lengths;
    }

    private static void Add(List<DiffPiece> pieces, DiffKind kind, params string[] words)
    {
        var text = string.Concat(words);
        if (text.Length == 0)
        {
            return;
        }

        if (pieces is [.., var last] && last.Kind == kind)
        {
            pieces[^1] = last with { Text = last.Text + text };
        }
        else
        {
            pieces.Add(new DiffPiece(kind, text));
        }
    }

    private static string[] Words(string text) => [.. Word().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\W\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+|\s+|[\s\S]", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
