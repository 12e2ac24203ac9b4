using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace InstituteCms.Webhooks;

/// <summary>An endpoint as it is filled in.</summary>
public sealed class WebhookForm
{
    public const int MaxUrl = 500;

    [Required(ErrorMessage = "Enter the address that messages are to be posted to.")]
    [StringLength(MaxUrl, ErrorMessage = "At most 500 characters.")]
    public string? Url { get; set; }

    [StringLength(200, ErrorMessage = "At most 200 characters.")]
    public string? Description { get; set; }

    public IList<WebhookKind> Kinds { get; set; } = [];

    public bool IsActive { get; set; } = true;

    /// <summary>The endpoint that is changed; <see langword="null"/> for a new one.</summary>
    [BindNever]
    public long? Id { get; set; }

    public static WebhookForm Of(WebhookEndpoint endpoint) => new()
    {
        Id = endpoint.Id,
        Url = endpoint.Url,
        Description = endpoint.Description,
        Kinds = endpoint.Kinds,
        IsActive = endpoint.IsActive,
    };
}
