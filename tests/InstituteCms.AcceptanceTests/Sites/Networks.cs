using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace InstituteCms.AcceptanceTests.Sites;

/// <summary>Lets visitors come from different networks.</summary>
public static class Networks
{
    private const string Header = "X-Test-Network";

    public static Visitor From(this Visitor visitor, string address)
    {
        visitor.Http.DefaultRequestHeaders.Remove(Header);
        visitor.Http.DefaultRequestHeaders.Add(Header, address);
        return visitor;
    }

    /// <summary>For <see cref="TestSite.HostServices"/>.</summary>
    public static void Told(IServiceCollection services) => services.AddSingleton<IStartupFilter, Filter>();

    private sealed class Filter : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, then) =>
            {
                context.Connection.RemoteIpAddress = IPAddress.Parse(context.Request.Headers[Header].FirstOrDefault() ?? "192.0.2.1");
                return then(context);
            });
            next(app);
        };
    }
}
