using System.Text;

namespace InstituteCms.Kernel.Localization;

/// <summary>A translated message: its context (empty for none), its key, and a text for each plural form.</summary>
internal sealed record PoEntry(string Context, string Key, IReadOnlyList<string> Texts);

/// <summary>Reads portable object files. Fuzzy, obsolete and untranslated messages are left out, and so is the header.</summary>
internal static class PoParser
{
    public static IEnumerable<PoEntry> Parse(TextReader reader)
    {
        var message = new Message();
        while (reader.ReadLine() is { } line)
        {
            line = line.Trim();
            if (message.IsEndedBy(line))
            {
                if (message.ToEntry() is { } entry)
                {
                    yield return entry;
                }

                message = new Message();
            }

            message.Add(line);
        }

        if (message.ToEntry() is { } last)
        {
            yield return last;
        }
    }

    private sealed class Message
    {
        private readonly StringBuilder _context = new();
        private readonly StringBuilder _key = new();
        private readonly SortedDictionary<int, StringBuilder> _texts = [];
        private StringBuilder _current = new();
        private bool _hasKey;
        private bool _isFuzzy;

        /// <summary>A message ends where the next one's comments, context or key begin.</summary>
        public bool IsEndedBy(string line) =>
            _texts.Count > 0 && (line.StartsWith('#') || line.StartsWith("msgctxt", StringComparison.Ordinal) || IsKey(line))
            || _hasKey && IsKey(line);

        public void Add(string line)
        {
            if (line.StartsWith("#,", StringComparison.Ordinal))
            {
                _isFuzzy |= line.Contains("fuzzy", StringComparison.Ordinal);
            }

            if (line.Length == 0 || line[0] == '#')
            {
                return;
            }

            var quote = line.IndexOf('"', StringComparison.Ordinal);
            if (quote < 0)
            {
                return;
            }

            _current = quote == 0 ? _current : Target(line[..quote].Trim());
            _current.Append(Unescape(line[(quote + 1)..line.LastIndexOf('"')]));
        }

        public PoEntry? ToEntry() => _isFuzzy || _key.Length == 0 || _texts.Count == 0 || _texts.Values.Any(t => t.Length == 0)
            ? null
            : new PoEntry(_context.ToString(), _key.ToString(), [.. _texts.Values.Select(t => t.ToString())]);

        private static bool IsKey(string line) => line.StartsWith("msgid ", StringComparison.Ordinal) || line.StartsWith("msgid\"", StringComparison.Ordinal);

        private StringBuilder Target(string keyword)
        {
            switch (keyword)
            {
                case "msgctxt":
                    return _context;
                case "msgid":
                    _hasKey = true;
                    return _key;
                case "msgid_plural":
                    return new StringBuilder(); // Messages are looked up by their singular.
                default:
                    var form = keyword.IndexOf('[', StringComparison.Ordinal) is > 0 and var open && int.TryParse(keyword[(open + 1)..].TrimEnd(']'), out var n) ? n : 0;
                    return _texts[form] = new StringBuilder();
            }
        }

        private static string Unescape(string text)
        {
            if (!text.Contains('\\', StringComparison.Ordinal))
            {
                return text;
            }

            var result = new StringBuilder();
            for (var i = 0; i < text.Length; i++)
            {
                result.Append(text[i] != '\\' || ++i == text.Length ? text[Math.Min(i, text.Length - 1)] : text[i] switch
                {
                    'n' => '\n',
                    't' => '\t',
                    'r' => '\r',
                    var other => other,
                });
            }

            return result.ToString();
        }
    }
}
