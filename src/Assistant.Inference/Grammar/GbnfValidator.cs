namespace Assistant.Inference.Grammar;

/// <summary>
/// Decides whether a GBNF grammar may be given to the native sampler, which crashes or hangs on some. Stricter than
/// llama.cpp: a rule defined twice, a class that matches nothing, bounds that it would silently drop and a rule that can
/// never end are refused as well.
/// </summary>
internal static class GbnfValidator
{
    public const string RootName = "root";

    public static Result<ParsedGrammar, GrammarProblem> Validate(string grammar, GrammarLimits limits)
    {
        if (grammar.Length > limits.MaxLength)
        {
            return new GrammarProblem(1, 1, $"The grammar has {grammar.Length} characters; the limit is {limits.MaxLength}.");
        }
        var parser = new GbnfParser(grammar, limits);
        if (!parser.Parse())
        {
            return parser.Problem!;
        }
        var rules = parser.Rules;
        if (rules.FirstOrDefault(r => r.Alternatives.Count == 0) is { } missing)
        {
            return At(missing, $"Rule '{missing.Name}' is not defined.");
        }
        var root = rules.ToList().FindIndex(r => r.Name == RootName);
        if (root < 0)
        {
            return new GrammarProblem(1, 1, $"There is no rule '{RootName}'.");
        }
        if (new GrammarBeginnings(rules, limits).Check() is { } problem)
        {
            return problem;
        }
        var endless = Array.IndexOf(GrammarClosure.Productive(rules), false);
        return endless >= 0
            ? At(rules[endless], $"Rule '{rules[endless].Name}' can never end.")
            : new ParsedGrammar(rules, root);
    }

    private static GrammarProblem At(GrammarRule rule, string message) => new(rule.Line, rule.Column, message);
}
