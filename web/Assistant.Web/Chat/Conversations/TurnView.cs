using Assistant.Core.Answers;
using Assistant.Core.Conversations;
using Assistant.Web.Chat.Rendering;
using Microsoft.AspNetCore.Components;

namespace Assistant.Web.Chat.Conversations;

/// <summary>One question and what the page shows of its answer. Raises <see cref="Changed"/> on whatever thread changes it.</summary>
public sealed class TurnView
{
    private readonly AnswerMarkdown markdown;
    private string renderedText = "";
    private int renderedCitations;
    private bool renderedComplete;

    /// <summary>A turn as it was stored; without an answer it counts as interrupted until a live answer is shown.</summary>
    internal TurnView(Turn turn, AnswerMarkdown markdown)
    {
        this.markdown = markdown;
        (Id, Question, PinnedDomain, Feedback) = (turn.Id, turn.Question, turn.PinnedDomain, turn.Feedback);
        State = TurnState.Interrupted;
        if (turn.Answer is { } answer)
        {
            Show(answer);
        }
    }

    public event Action? Changed;

    public Guid Id { get; }

    public string Question { get; }

    public string? PinnedDomain { get; }

    public TurnState State { get; private set; }

    public AnswerStage Stage { get; private set; }

    /// <summary>Checked Markdown with markers, as far as it has come.</summary>
    public string Text { get; private set; } = "";

    /// <summary><see cref="Text"/> as safe HTML.</summary>
    public MarkupString Html { get; private set; }

    public IReadOnlyList<Citation> Citations { get; private set; } = [];

    public IReadOnlyList<PolicyNotice> Notices { get; private set; } = [];

    /// <summary>The recorded answer; null while it is being made, or when it was interrupted without a record.</summary>
    public FinishedAnswer? Answer { get; private set; }

    public Feedback? Feedback { get; private set; }

    public bool IsWorking => State == TurnState.Working;

    internal void Show(AnswerSnapshot snapshot)
    {
        if (snapshot.Finished is { } finished)
        {
            Show(finished);
        }
        else
        {
            (State, Stage) = (TurnState.Working, snapshot.Stage);
            ShowText(snapshot.Text, snapshot.Citations, snapshot.Notices, complete: false);
        }

        Changed?.Invoke();
    }

    internal void Rate(Feedback feedback)
    {
        Feedback = feedback;
        Changed?.Invoke();
    }

    private void Show(FinishedAnswer answer)
    {
        Answer = answer;
        Stage = AnswerStage.Finished;
        State = answer.Outcome switch
        {
            AnswerOutcome.Answered => TurnState.Answered,
            AnswerOutcome.NoSupport => TurnState.NoSupport,
            AnswerOutcome.Withheld => TurnState.Withheld,
            AnswerOutcome.Blocked => TurnState.Blocked,
            AnswerOutcome.Stopped => TurnState.Stopped,
            AnswerOutcome.Interrupted => TurnState.Interrupted,
            _ => TurnState.Failed,
        };
        ShowText(answer.Text, answer.Citations, answer.Notices, complete: true);
    }

    private void ShowText(string text, IReadOnlyList<Citation> citations, IReadOnlyList<PolicyNotice> notices, bool complete)
    {
        (Text, Citations, Notices) = (text, citations, notices);
        if (text != renderedText || citations.Count != renderedCitations || complete != renderedComplete)
        {
            (renderedText, renderedCitations, renderedComplete) = (text, citations.Count, complete);
            Html = markdown.Render(text, citations, complete);
        }
    }
}
