using Assistant.Core.Policies;

namespace Assistant.Core.Answers;

/// <summary>What the user is told about a policy decision: the rule's message and how often it applied.</summary>
public sealed record PolicyNotice(string RuleId, PolicyAction Action, string Message, int Count);
