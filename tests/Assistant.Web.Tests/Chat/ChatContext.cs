using System.Security.Claims;
using Assistant.Core.Access;
using Assistant.Core.Answers;
using Assistant.Core.Conversations;
using Assistant.Core.Documents;
using Assistant.Core.Domains;
using Assistant.Text;
using Assistant.Web.Chat;
using Assistant.Web.Security;
using Assistant.Web.Tests.Chat.Doubles;
using Bunit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Web.Tests.Chat;

/// <summary>Renders components of the chat for Anna, with everything behind the ports in memory.</summary>
internal sealed class ChatContext : BunitContext
{
    public ChatContext()
    {
        Answers = new FakeAnswers(Conversations);
        Services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build()).AddText().AddChat()
            .AddSingleton<IConversationStore>(Conversations).AddSingleton<IAnswerService>(Answers).AddSingleton<IDocumentStore>(Documents)
            .AddSingleton<IUserDirectory>(new OneUser(Samples.Anna)).AddSingleton(DomainCatalog.Default).AddSingleton<IModelServer>(new NoModel()).AddSingleton(new AnswerLimits(4_000))
            .AddSingleton(TimeProvider.System).AddScoped<CurrentUser>();
        JSInterop.Mode = JSRuntimeMode.Loose;
        this.AddAuthorization().SetAuthorized(Samples.Anna.DisplayName).SetClaims(new Claim(ClaimTypes.NameIdentifier, Samples.Anna.Id.ToString()));
    }

    public FakeConversations Conversations { get; } = new();

    public FakeDocuments Documents { get; } = new();

    public FakeAnswers Answers { get; }

    private sealed class OneUser(AssistantUser user) : IUserDirectory
    {
        public Task<AssistantUser?> FindAsync(Guid userId, CancellationToken cancellationToken) => Task.FromResult(userId == user.Id ? user : null);

        public Task<IReadOnlyList<UserSummary>> ListAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<IReadOnlyList<string>> ListGroupsAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<bool> SetGroupsAsync(Guid userId, IReadOnlyCollection<string> groups, CancellationToken cancellationToken) => throw new NotSupportedException();
    }

    private sealed class NoModel : IModelServer
    {
        public ModelServerState State => ModelServerState.None;

        public Task<ModelAddress?> ConnectAsync(TimeSpan patience, CancellationToken cancellationToken) => Task.FromResult<ModelAddress?>(null);
    }
}
