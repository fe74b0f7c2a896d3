using Assistant.Core.Access;
using Assistant.Storage.Identity;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Assistant.Web.Tests.Hosting;

/// <summary>The whole application, all of it real, over a data folder of its own. In Development, with the demo accounts and no sample documents.</summary>
public sealed class WebHost : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly Dictionary<string, string> settings = new()
    {
        ["Accounts:SignInsPerMinute"] = "10000",
        ["Ingestion:Samples"] = "false",
        ["Routing:ExamplesPath"] = Path.Combine(AppContext.BaseDirectory, "Hosting", "routing.jsonl"),
    };

    private readonly bool keepsData;

    public WebHost()
        : this(Directory.CreateTempSubdirectory("assistant-web-").FullName)
    {
    }

    private WebHost(string dataPath, bool keepsData = false)
    {
        DataPath = dataPath;
        this.keepsData = keepsData;
    }

    public string DataPath { get; }

    public string EnvironmentName { get; init; } = Environments.Development;

    /// <summary>Replaces services of the application, for what real ones do only when something breaks.</summary>
    public Action<IServiceCollection>? Replace { get; init; }

    /// <summary>Starts the host that the test classes share, before the first of them asks: two at once would start two.</summary>
    public ValueTask InitializeAsync()
    {
        _ = Services;
        return ValueTask.CompletedTask;
    }

    /// <summary>A host over a given folder, which no other may be using.</summary>
    public static WebHost Over(string dataPath, string? environment = null, bool keepData = true) =>
        new(dataPath, keepData) { EnvironmentName = environment ?? Environments.Development };

    public WebHost With(string key, string value)
    {
        settings[key] = value;
        return this;
    }

    /// <summary>Somebody's browser: it keeps cookies and follows no redirect.</summary>
    internal WebSession Visit() => new(CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = true, BaseAddress = new Uri("http://localhost") }));

    /// <summary>A browser signed in with a demo account.</summary>
    internal async Task<WebSession> SignInAsync(string email)
    {
        var session = Visit();
        (await session.SubmitAsync("/account/login", "demo", ("Account", email))).StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect);
        return session;
    }

    /// <summary>Makes an account with a password.</summary>
    internal async Task<Guid> AddUserAsync(string email, string password, params string[] roles)
    {
        await using var scope = Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>();
        var user = new AppUser { Id = Guid.NewGuid(), UserName = email, Email = email, DisplayName = email };
        (await users.CreateAsync(user, password)).Succeeded.ShouldBeTrue();
        (await users.AddToRolesAsync(user, roles.Length == 0 ? [Roles.Employee] : roles)).Succeeded.ShouldBeTrue();
        return user.Id;
    }

    internal async Task<Guid> IdOfAsync(string email)
    {
        await using var scope = Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>().FindByNameAsync(email))!.Id;
    }

    /// <summary>Everything that was logged so far.</summary>
    internal async Task<string> ReadLogAsync()
    {
        var file = Directory.EnumerateFiles(Path.Combine(DataPath, "logs")).Single();
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(EnvironmentName);
        builder.UseSetting("DataPath", DataPath);
        foreach (var (key, value) in settings)
        {
            builder.UseSetting(key, value);
        }

        if (Replace is not null)
        {
            builder.ConfigureTestServices(Replace);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (!keepsData && Directory.Exists(DataPath))
        {
            Directory.Delete(DataPath, recursive: true);
        }
    }
}
