using InstituteCms.Mails;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using OrchardCore.Email;

namespace InstituteCms.Circulars;

/// <summary>Says what is wrong with a circular that was typed, beside the field that it is wrong in.</summary>
public sealed class CircularCheck
{
    private readonly MailSamples _samples;
    private readonly IEmailAddressValidator _addresses;
    private readonly IStringLocalizer S;

    public CircularCheck(MailSamples samples, IEmailAddressValidator addresses, IStringLocalizer<CircularCheck> localizer)
    {
        _samples = samples;
        _addresses = addresses;
        S = localizer;
    }

    public async Task AddProblemsAsync(CircularForm form, ModelStateDictionary problems)
    {
        var written = form.Written().ToList();
        if (written.Count == 0)
        {
            problems.AddModelError(nameof(form.EnglishSubject), S["Enter a subject, in one language at least."]);
            problems.AddModelError(nameof(form.EnglishText), S["Enter a text, in one language at least."]);
        }

        foreach (var (language, subjectField, textField, template) in written)
        {
            await AddProblemsAsync(language, subjectField, textField, template, problems);
        }

        if (form.States.Count == 0)
        {
            problems.AddModelError(nameof(form.States), S["Choose who gets it."]);
        }

        if (form.Step == CircularStep.ToMyself && !_addresses.Validate(form.TestTo?.Trim() ?? ""))
        {
            problems.AddModelError(nameof(form.TestTo), S["Enter an e-mail address, such as name@example.org."]);
        }
    }

    private async Task AddProblemsAsync(string language, string subjectField, string textField, MailTemplate template, ModelStateDictionary problems)
    {
        if (template.Subject.Length == 0)
        {
            problems.AddModelError(subjectField, S["Enter a subject in this language, too."]);
        }

        if (template.Text.Length == 0)
        {
            problems.AddModelError(textField, S["Enter a text in this language, too."]);
        }

        if (template.Subject.Length > MailTemplateForm.MaxSubject)
        {
            problems.AddModelError(subjectField, S["Enter at most {0} characters.", MailTemplateForm.MaxSubject]);
        }

        if (template.Text.Length > MailTemplateForm.MaxText)
        {
            problems.AddModelError(textField, S["Enter at most {0} characters.", MailTemplateForm.MaxText]);
        }

        // Filled in for an event that is made up: the real one's facts are not needed to find a mistake.
        foreach (var (field, problem) in await _samples.CheckAsync(MailKind.Circular, template, await _samples.ValuesAsync(null, language)))
        {
            problems.AddModelError(field == nameof(template.Subject) ? subjectField : textField, problem);
        }
    }
}
