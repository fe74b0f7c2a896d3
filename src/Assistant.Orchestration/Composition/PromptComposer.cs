using System.Net;
using System.Text;
using Assistant.Core.Conversations;
using Assistant.Orchestration.Evidence;
using Assistant.Orchestration.Generation;
using Microsoft.Extensions.Options;

namespace Assistant.Orchestration.Composition;

/// <summary>The compose stage: sources, history and question within the model's token budget.</summary>
internal sealed class PromptComposer(PromptTemplate template, IOptions<GenerationOptions> options)
{
    /// <summary>Characters per token that no common tokenizer falls below for European languages: a safe over-estimate of tokens.</summary>
    private const double CharactersPerToken = 2.5;
    private const int HistoryTurns = 3;

    public ComposedPrompt Compose(string question, EvidenceSet evidence, IReadOnlyList<Turn> history)
    {
        var budget = options.Value.ContextTokens - options.Value.MaxTokens - Estimate(template.Text) - Estimate(question);
        var turns = History(history, budget / 4);
        budget -= Estimate(turns);

        var passages = new StringBuilder();
        var fitting = new List<Retrieval.UsablePassage>();
        foreach (var source in evidence.Sources)
        {
            var entry = $"[{fitting.Count + 1}] {source.Passage.Context}\n{source.UsableText}\n\n";
            budget -= Estimate(entry);
            if (budget < 0 && fitting.Count > 0)
            {
                break;
            }

            passages.Append(entry);
            fitting.Add(source);
        }

        var kept = evidence with { Sources = fitting, Quotes = [.. evidence.Quotes.Where(q => q.Source <= fitting.Count)] };
        var quoted = passages.ToString().TrimEnd();
        return new ComposedPrompt(question, quoted, turns, kept, Estimate(template.Text) + Estimate(question) + Estimate(turns) + Estimate(quoted));
    }

    /// <summary>The last turns as chat messages, newest kept first; their text is encoded, so it stays data.</summary>
    private static string History(IReadOnlyList<Turn> history, int budget)
    {
        var messages = new Stack<string>();
        foreach (var turn in history.Reverse().Where(t => t.Answer is not null).Take(HistoryTurns))
        {
            var entry = $"<message role=\"user\">{WebUtility.HtmlEncode(turn.Question)}</message>\n<message role=\"assistant\">{WebUtility.HtmlEncode(turn.Answer!.Text)}</message>\n";
            budget -= Estimate(entry);
            if (budget < 0)
            {
                break;
            }

            messages.Push(entry);
        }

        return string.Concat(messages);
    }

    private static int Estimate(string text) => (int)Math.Ceiling(text.Length / CharactersPerToken);
}
