using System.Text.Encodings.Web;
using QRCoder;

namespace InstituteCms.CheckIn;

/// <summary>Draws a ticket's code for cameras.</summary>
public static class TicketPicture
{
    private const int PixelsPerModule = 4;

    /// <summary>An SVG that is as sharp on paper as on a screen, black on white in any scheme.</summary>
    /// <param name="code">What stands in it.</param>
    /// <param name="label">What those read who do not see it.</param>
    public static string Svg(string code, string label)
    {
        using var data = QRCodeGenerator.GenerateQrCode(code, QRCodeGenerator.ECCLevel.Q);
        using var picture = new SvgQRCode(data);
        var svg = picture.GetGraphic(PixelsPerModule, "#000", "#fff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
        return svg.Replace("<svg ", $"<svg role=\"img\" aria-label=\"{HtmlEncoder.Default.Encode(label)}\" ", StringComparison.Ordinal);
    }
}
