using System.Text;
using System.Xml;
using System.Xml.Linq;
using Microsoft.AspNetCore.Mvc;

namespace InstituteCms.Feeds;

/// <summary>A reply in XML, UTF-8.</summary>
public sealed class XmlResult : ActionResult
{
    private static readonly XmlWriterSettings _settings = new() { Async = true, Encoding = new UTF8Encoding(false) };

    private readonly XElement _root;
    private readonly string _contentType;

    public XmlResult(XElement root, string contentType)
    {
        _root = root;
        _contentType = contentType;
    }

    public override async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = _contentType;
        await using var writer = XmlWriter.Create(response.Body, _settings);
        await new XDocument(_root).SaveAsync(writer, context.HttpContext.RequestAborted);
    }
}
