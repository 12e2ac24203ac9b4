using System.Text.RegularExpressions;
using Fluid;
using Fluid.Values;
using Microsoft.Extensions.Logging;
using OrchardCore.Liquid;

namespace InstituteCms.Mails;

/// <summary>Subject and text of one mail.</summary>
public sealed record MailWords(string Subject, string Text);

/// <summary>Fills a template in. What a mail cannot do without is in it in the end, whatever the template says.</summary>
public sealed partial class MailRenderer
{
    private readonly MailTemplates _templates;
    private readonly MailTexts _texts;
    private readonly ILiquidTemplateManager _liquid;
    private readonly ILogger _logger;

    public MailRenderer(MailTemplates templates, MailTexts texts, ILiquidTemplateManager liquid, ILogger<MailRenderer> logger)
    {
        _templates = templates;
        _texts = texts;
        _liquid = liquid;
        _logger = logger;
    }

    /// <summary>The mail to somebody; a template that cannot be filled in gives way to the one that comes with the module.</summary>
    public async Task<MailWords> WriteAsync(string eventId, MailKind kind, string language, IReadOnlyDictionary<string, string> values)
    {
        var (template, isChanged) = await _templates.FindAsync(eventId, kind, language);
        if (!isChanged)
        {
            return await FillAsync(template, values);
        }

        try
        {
            var words = await FillAsync(template, values);
            return words with { Text = string.Join("\n\n", Missing(kind, words.Text, values).Select(name => values[name]).Prepend(words.Text)) };
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            LogBroken(kind, eventId, e.GetType().Name);
            return await FillAsync(_texts.Default(kind, language), values);
        }
    }

    /// <summary>A template, filled in.</summary>
    public async Task<MailWords> FillAsync(MailTemplate template, IReadOnlyDictionary<string, string> values) =>
        new(OneLine(await RenderAsync(template.Subject, values)), Paragraphs(await RenderAsync(template.Text, values)));

    /// <summary>The first variable of each entry that a mail of this kind needs and that did not come out in <paramref name="text"/>.</summary>
    public static IEnumerable<string> Missing(MailKind kind, string text, IReadOnlyDictionary<string, string> values) =>
        MailVariables.NeededBy(kind)
            .Where(names => Array.TrueForAll(names, name => values.GetValueOrDefault(name, "") is not { Length: > 0 } value || !text.Contains(Paragraphs(value), StringComparison.Ordinal)))
            .Where(names => values.GetValueOrDefault(names[0], "").Length > 0)
            .Select(names => names[0])
            .Distinct();

    /// <summary>What is wrong with a template's grammar; empty for nothing.</summary>
    public IReadOnlyList<string> ProblemsOf(string template) => _liquid.Validate(template, out var errors) ? [] : [.. errors.Select(error => error.Split('\n')[0].Trim())];

    private Task<string> RenderAsync(string template, IReadOnlyDictionary<string, string> values) => _liquid.RenderStringAsync(
        template, NullEncoder.Default, model: null!, values.Select(value => KeyValuePair.Create<string, FluidValue>(value.Key, new StringValue(value.Value, encode: false))));

    private static string OneLine(string text) => Space().Replace(text, " ").Trim();

    private static string Paragraphs(string text) => BlankLines().Replace(text.ReplaceLineEndings("\n"), "\n\n").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@"[^\S\n]*\n(\s*\n)+")]
    private static partial Regex BlankLines();

    [LoggerMessage(Level = LogLevel.Warning, Message = "The mail template {Kind} for event {EventId} cannot be filled in ({Reason}); the original is used.")]
    private partial void LogBroken(MailKind kind, string eventId, string reason);
}
