using System.Globalization;
using InstituteCms.Kernel.Localization;
using Microsoft.AspNetCore.Mvc.Localization;
using Microsoft.Extensions.Localization;
using Xunit;

namespace InstituteCms.Kernel.Tests.Localization;

public sealed class PoTests
{
    private const string Japanese = """
        # The header is no message.
        msgid ""
        msgstr ""
        "Language: ja\n"

        #: Somewhere.cs:1
        msgid "Register"
        msgstr "登録する"

        msgctxt "Events.Page"
        msgid "Register"
        msgstr "申し込む"
        msgid "Two "
        "lines\n\"quoted\""
        msgstr ""
        "二行\n"
        "「引用」"

        #, fuzzy
        msgid "Guessed"
        msgstr "たぶん"

        #~ msgid "Old"
        #~ msgstr "古い"

        msgid "Untranslated"
        msgstr ""

        msgid "{0} seat left of {1}"
        msgid_plural "{0} seats left of {1}"
        msgstr[0] "残り{0}席（{1}席中）"

        msgid "Broken {0}"
        msgstr "壊れた{0"

        msgid "<b>Hello</b> {0}"
        msgstr "<b>こんにちは</b>{0}"
        """;

    private const string Polish = """
        msgid "{0} seat"
        msgid_plural "{0} seats"
        msgstr[0] "{0} miejsce"
        msgstr[1] "{0} miejsca"
        msgstr[2] "{0} miejsc"
        """;

    private static readonly PoStringLocalizerFactory _factory = new(new Translations(culture => culture switch
    {
        "ja" => [new StringReader(Japanese)],
        "pl" => [new StringReader(Polish)],
        _ => [],
    }));

    [Fact]
    public void Fuzzy_obsolete_untranslated_messages_and_the_header_are_left_out()
    {
        var keys = PoParser.Parse(new StringReader(Japanese)).Select(e => $"{e.Context}|{e.Key}");

        Assert.Equal(["|Register", "Events.Page|Register", "|Two lines\n\"quoted\"", "|{0} seat left of {1}", "|Broken {0}", "|<b>Hello</b> {0}"], keys);
    }

    [Theory]
    [InlineData("ja", "Events.Page", "申し込む")]
    [InlineData("ja-JP", "Events.Page", "申し込む")]
    [InlineData("ja", "Other.Page", "登録する")]
    [InlineData("fr", "Events.Page", "Register")]
    public void A_text_is_looked_for_in_its_context_then_in_none_then_in_the_parent_culture(string culture, string context, string expected)
    {
        using var _ = new Culture(culture);

        Assert.Equal(expected, _factory.Create(context, "Host")["Register"].Value);
    }

    [Fact]
    public void Lines_are_joined_and_escapes_resolved()
    {
        using var _ = new Culture("ja");

        Assert.Equal("二行\n「引用」", _factory.Create(typeof(PoTests))["Two lines\n\"quoted\""].Value);
    }

    [Theory]
    [InlineData("ja", 1, "残り1席（40席中）")]
    [InlineData("ja", 5, "残り5席（40席中）")]
    [InlineData("en", 1, "1 seat left of 40")]
    [InlineData("en", 0, "0 seats left of 40")]
    public void A_number_takes_the_form_of_the_language(string culture, int count, string expected)
    {
        using var _ = new Culture(culture);

        var text = _factory.Create(typeof(PoTests)).Plural(count, "{0} seat left of {1}", "{0} seats left of {1}", 40);

        Assert.Equal(expected, text.Value);
    }

    [Theory]
    [InlineData(1, "1 miejsce")]
    [InlineData(3, "3 miejsca")]
    [InlineData(12, "12 miejsc")]
    [InlineData(22, "22 miejsca")]
    public void Languages_with_three_forms_have_three(int count, string expected)
    {
        using var _ = new Culture("pl");

        Assert.Equal(expected, _factory.Create(typeof(PoTests)).Plural(count, "{0} seat", "{0} seats").Value);
    }

    [Fact]
    public void A_translators_stray_brace_shows_the_original()
    {
        using var _ = new Culture("ja");

        Assert.Equal("Broken x", _factory.Create(typeof(PoTests))["Broken {0}", "x"].Value);
    }

    [Fact]
    public void Html_texts_encode_their_arguments_only()
    {
        using var _ = new Culture("ja");
        var html = new PoHtmlLocalizerFactory(_factory).Create(typeof(PoTests))["<b>Hello</b> {0}", "<i>"];
        using var writer = new StringWriter();

        html.WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Default);

        Assert.Equal("<b>こんにちは</b>&lt;i&gt;", writer.ToString());
    }

    [Theory]
    [InlineData("InstituteCms.Web.Areas.My.Module.Views.Events.Index", "My.Module.Views.Events.Index")]
    [InlineData("My.Module.Views.Events.Index", "My.Module.Views.Events.Index")]
    public void A_view_has_the_context_of_its_module_and_path(string baseName, string context)
    {
        var factory = Knowing(context);
        using var _ = new Culture("ja");

        Assert.Equal("はい", factory.Create(baseName, "InstituteCms.Web")["Yes"].Value);
    }

    [Fact]
    public void A_liquid_view_has_the_context_of_its_module_and_path()
    {
        using var _ = new Culture("ja");

        Assert.Equal("はい", Knowing("Theme.Views.Parts.Content-Event").CreateForView("Theme", "Views/Parts/Content-Event.liquid")["Yes"].Value);
    }

    private static PoStringLocalizerFactory Knowing(string context) => new(new Translations(culture =>
        culture == "ja" ? [new StringReader($"msgctxt \"{context}\"\nmsgid \"Yes\"\nmsgstr \"はい\"")] : []));

    private sealed class Culture : IDisposable
    {
        private readonly (CultureInfo, CultureInfo) _before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);

        public Culture(string name) => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo(name);

        public void Dispose() => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = _before;
    }
}
