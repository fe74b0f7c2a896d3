using Assistant.Core.Domains;
using Assistant.Ingestion.Intake;
using Assistant.Web.Shared;
using Assistant.Web.Tests.Hosting;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Web.Tests.Admin;

/// <summary>Renders pages over the real application, with nothing but the browser missing.</summary>
internal static class PageContext
{
    /// <summary>Adds what the pages are injected with, apart from the services that a test is about.</summary>
    public static void UseApplication(this BunitContext context, WebHost host)
    {
        context.JSInterop.Mode = JSRuntimeMode.Loose;
        context.Services.AddSingleton(TimeProvider.System);
        context.Services.AddSingleton(DomainCatalog.Default);
        context.Services.AddSingleton(host.Services.GetRequiredService<DocumentIntake>());
        context.Services.AddScoped<Announcements>();
        context.Services.AddScoped<SidebarState>();
        context.Services.AddScoped<Browser>();
        context.Services.AddScoped<BrowserTimeZone>();
        context.JSInterop.SetupModule("/js/upload.js").SetupModule("open", _ => true).Mode = JSRuntimeMode.Loose;
        context.JSInterop.SetupModule("/js/interop.js").Mode = JSRuntimeMode.Loose;
    }
}
