using Assistant.Core.Access;
using Assistant.Core.Answers;
using Assistant.Core.Conversations;
using Assistant.Core.Domains;
using Assistant.Web.Chat.Composing;
using Assistant.Web.Chat.Conversations;
using Assistant.Web.Security;
using Assistant.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace Assistant.Web.Chat;

/// <summary>The chat: a new conversation at "/", an existing one at its own address.</summary>
public sealed partial class ChatPage : IDisposable
{
    private readonly CancellationTokenSource closed = new();
    private CancellationToken closing;
    private ConversationView view = default!;
    private Composer composer = default!;
    private ElementReference thread;
    private IReadOnlyList<Domain> domains = [];
    private string? domain;
    private string? error;
    private string firstName = "";
    private bool loading;
    private bool missing;
    private bool asking;
    private bool entered;
    private (TurnView Turn, Citation Citation)? source;

    [Parameter]
    public Guid? ConversationId { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = default!;

    [Inject]
    private CurrentUser CurrentUser { get; set; } = default!;

    [Inject]
    private ConversationViews Views { get; set; } = default!;

    [Inject]
    private DomainCatalog Catalog { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private SidebarState Sidebar { get; set; } = default!;

    [Inject]
    private Announcements Announcements { get; set; } = default!;

    [Inject]
    private ChatBrowser Script { get; set; } = default!;

    private string Title => view switch
    {
        { Title.Length: > 0 } => view.Title,
        { Turns: [var first, ..] } => first.Question,
        _ => "New chat",
    };

    public void Dispose()
    {
        Sidebar.HistoryChanged -= ReloadTitle;
        view?.Dispose();
        closed.Cancel();
        closed.Dispose();
    }

    protected override void OnInitialized()
    {
        closing = closed.Token;
        view = Views.Create();
        Sidebar.HistoryChanged += ReloadTitle;
    }

    protected override async Task OnParametersSetAsync()
    {
        if (ConversationId == view.Id || (ConversationId is null && view.Turns.Count == 0 && !missing && domains.Count > 0))
        {
            return;
        }

        await ShowAsync(ConversationId);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await Script.AttachAsync(thread, composer.Form);
        }

        if (!entered && !loading && !missing)
        {
            entered = true;
            await Script.EnterAsync(composer.Form);
            await Script.ScrollToEndAsync(thread);
        }
    }

    private async Task ShowAsync(Guid? conversationId)
    {
        view.Dispose();
        var shown = view = Views.Create();
        (source, error, missing, entered, loading) = (null, null, false, false, true);
        try
        {
            if (await FindUserAsync() is not { } user)
            {
                return;
            }

            domains = Catalog.UsableBy(user.Scope);
            firstName = user.DisplayName.Split(' ')[0];
            var found = conversationId is not { } id || await shown.LoadAsync(user, id, closing);
            if (shown == view)
            {
                (missing, loading) = (!found, false);
                Watch(shown.Active);
            }
        }
        catch (OperationCanceledException) when (closing.IsCancellationRequested)
        {
            // The page was left while it was being read.
        }
    }

    private Task AskAsync(string question) => AskAsync(question, domain);

    private async Task AskAsync(string question, string? pinnedDomain)
    {
        if (asking || view.Active is not null || await FindUserAsync() is not { } user)
        {
            return;
        }

        asking = true;
        try
        {
            error = await view.AskAsync(user, question, pinnedDomain, closing);
        }
        finally
        {
            asking = false;
        }

        if (error is not null)
        {
            return;
        }

        Watch(view.Active);
        await Script.ClearComposerAsync(composer.Form);
        Announcements.Say("Question sent");
        Sidebar.NotifyHistoryChanged();
        if (ConversationId != view.Id)
        {
            Navigation.NavigateTo(ConversationAddress.Of(view.Id));
        }

        StateHasChanged();
        await Script.ScrollToEndAsync(thread);
    }

    /// <summary>The page as a whole only needs to know when the answer is done: the message renders itself meanwhile.</summary>
    private void Watch(TurnView? turn)
    {
        if (turn is null)
        {
            return;
        }

        turn.Changed += OnChanged;

        void OnChanged()
        {
            if (!turn.IsWorking)
            {
                turn.Changed -= OnChanged;
                _ = InvokeAsync(() =>
                {
                    StateHasChanged();
                    Sidebar.NotifyReviewChanged();
                });
            }
        }
    }

    private async Task StopAsync()
    {
        if (await FindUserAsync() is { } user)
        {
            view.Stop(user);
        }
    }

    private async Task RateAsync(TurnView turn, Feedback feedback)
    {
        if (await FindUserAsync() is { } user && await view.RateAsync(user, turn, feedback, closing))
        {
            Announcements.Say("Thank you for your feedback");
            Sidebar.NotifyReviewChanged();
        }
    }

    private void OpenAsync(TurnView turn, Citation citation) => source = (turn, citation);

    private void ReloadTitle() => _ = InvokeAsync(async () =>
    {
        if (ConversationId is not null && !missing && await FindUserAsync() is { } user)
        {
            await view.LoadTitleAsync(user, closing);
            StateHasChanged();
        }
    });

    /// <summary>The user as of now. Who may not sign in any more is sent to the sign-in page.</summary>
    private async Task<AssistantUser?> FindUserAsync()
    {
        var user = await CurrentUser.FindAsync((await Authentication).User, closing);
        if (user is null)
        {
            Navigation.NavigateTo("/account/login", forceLoad: true);
        }

        return user;
    }
}
