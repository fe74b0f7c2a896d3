using Assistant.Policies.Tests.Doubles;
using Microsoft.Extensions.Options;

namespace Assistant.Policies.Tests.Rules;

public sealed class RuleReaderTests
{
    [Theory]
    [InlineData("action: redact", "action: delete", "line 7, key 'action', value 'delete'", "write allow, annotate, redact, withhold or block.")]
    [InlineData("action: redact\n", "", "key 'action'", "the key is missing")]
    [InlineData("severity: low", "severity: urgent", "line 8, key 'severity', value 'urgent'", "info, low, medium, high or critical")]
    [InlineData("id: banned", "id: Banned Words", "line 1, key 'id', value 'Banned Words'", "lower-case letters")]
    [InlineData("id: banned\n", "", "key 'id'", "needs an id")]
    [InlineData("description: Finds a word.\n", "", "key 'description'", "what the rule is for")]
    [InlineData("message: A word was hidden.", "message: ''", "key 'message'", "sentence that the user sees")]
    [InlineData("stages: [output]", "stages: [answer]", "line 3, key 'stages', value 'answer'", "input, passage or output")]
    [InlineData("stages: [output]\n", "", "key 'stages'", "say where the rule applies")]
    [InlineData("detector: text", "detector: regex", "line 4, key 'detector', value 'regex'", "there is no such detector; use one of access, citations")]
    [InlineData("detector: text", "detectr: text", "key 'detectr'", "not known here")]
    [InlineData("terms: [forbidden]", "term: [forbidden]", "line 6, key 'parameters.term'", "not known here; use patterns, required, terms")]
    [InlineData("terms: [forbidden]", "terms: []", "key 'parameters.terms'", "list terms, patterns or both")]
    [InlineData("terms: [forbidden]", "terms: { a: b }", "key 'parameters.terms'", "write a list of texts")]
    [InlineData("terms: [forbidden]", "patterns: [{ name: x, pattern: '(a' }]", "key 'parameters.patterns[0].pattern', value '(a'", "no regular expression that can run in linear time")]
    [InlineData("terms: [forbidden]", "patterns: [{ name: x, pattern: '(?<=a)b' }]", "key 'parameters.patterns[0].pattern'", "look-around")]
    [InlineData("terms: [forbidden]", "patterns: [{ name: x, pattern: 'a*' }]", "key 'parameters.patterns[0].pattern'", "matches the empty text")]
    [InlineData("terms: [forbidden]", "patterns: [{ name: x, pattern: a, minEntropy: lots }]", "key 'parameters.patterns[0].minEntropy', value 'lots'", "write a number between 0 and 8")]
    [InlineData("severity: low", "severity: low\nopensReview: maybe", "line 9, key 'opensReview', value 'maybe'", "write true or false")]
    [InlineData("severity: low", "severity: low\ntimeout: soon", "key 'timeout', value 'soon'", "such as 00:00:02")]
    [InlineData("severity: low", "severity: low\nuncertain: { action: annotate, message: m }", "key 'uncertain'", "never uncertain; remove")]
    [InlineData("severity: low", "severity: low\naudience: { group: [hr] }", "key 'audience.group'", "not known here")]
    [InlineData("stages: [output]", "stages: [input]\ndomains: [hr]", "key 'domains', value 'hr'", "not known yet when the question is checked")]
    [InlineData("detector: text\nparameters:\n  terms: [forbidden]", "detector: citations\nparameters:\n  strict: true", "key 'parameters.strict'", "not known here")]
    [InlineData("stages: [output]\ndetector: text\nparameters:\n  terms: [forbidden]", "stages: [input]\ndetector: citations", "key 'stages', value 'input'", "works on output only")]
    [InlineData("detector: text\nparameters:\n  terms: [forbidden]", "detector: groundedness", "key 'uncertain'", "can be uncertain; add this section")]
    [InlineData("detector: text\nparameters:\n  terms: [forbidden]", "detector: personal-data\nparameters: { kinds: [fax] }", "key 'parameters.kinds', value 'fax'", "payment-card")]
    [InlineData("detector: text\nparameters:\n  terms: [forbidden]", "detector: personal-data\nparameters: { kinds: [phone], phoneRegions: [UK] }", "key 'parameters.phoneRegions', value 'UK'", "such as GB")]
    [InlineData("detector: text\nparameters:\n  terms: [forbidden]", "detector: access\nparameters: { highest: secret }", "key 'parameters.highest', value 'secret'", "public, internal, confidential or restricted")]
    [InlineData("detector: text\nparameters:\n  terms: [forbidden]", "detector: echo\nparameters: { texts: [too short] }", "key 'parameters.texts', value 'too short'", "fewer than 5 terms")]
    [InlineData("detector: text", "detector: [text", "a.yaml", "not valid YAML")]
    [InlineData("id: banned", "---\n- id: banned", "a.yaml", "not valid YAML")]
    public async Task Start_InvalidRule_NamesFileKeyValueAndFix(string old, string replacement, string where, string fix)
    {
        var text = RuleFolder.Valid.ReplaceLineEndings("\n");
        text.ShouldContain(old);
        using var folder = new RuleFolder(("a.yaml", text.Replace(old, replacement, StringComparison.Ordinal)));

        var error = await Should.ThrowAsync<OptionsValidationException>(() => PolicyHost.StartAsync(folder.Path));

        error.Message.ShouldContain("Policies:RulesPath");
        error.Message.ShouldContain("a.yaml");
        error.Message.ShouldContain(where);
        error.Message.ShouldContain(fix);
    }

    [Fact]
    public async Task Start_SeveralErrors_ReportsAllOfThem()
    {
        using var folder = new RuleFolder(
            ("a.yaml", RuleFolder.Valid.Replace("low", "urgent", StringComparison.Ordinal)),
            ("b.yaml", RuleFolder.Valid.Replace("redact", "delete", StringComparison.Ordinal)));

        var error = await Should.ThrowAsync<OptionsValidationException>(() => PolicyHost.StartAsync(folder.Path));

        error.Failures.Count().ShouldBe(2);
    }

    [Fact]
    public async Task Start_SameIdTwice_NamesBothFiles()
    {
        using var folder = new RuleFolder(("a.yaml", RuleFolder.Valid), ("b.yaml", RuleFolder.Valid));

        var error = await Should.ThrowAsync<OptionsValidationException>(() => PolicyHost.StartAsync(folder.Path));

        error.Message.ShouldContain("b.yaml");
        error.Message.ShouldContain("a.yaml has a rule with this id");
    }

    [Fact]
    public async Task Start_TwoRulesInOneFile_AsksForOne()
    {
        using var folder = new RuleFolder(("a.yaml", RuleFolder.Valid + "\n---\n" + RuleFolder.Valid));

        var error = await Should.ThrowAsync<OptionsValidationException>(() => PolicyHost.StartAsync(folder.Path));

        error.Message.ShouldContain("write exactly one rule");
    }

    [Theory]
    [InlineData("Policies:RuleTimeout", "00:05:00", "Policies:RuleTimeout must be between")]
    [InlineData("Policies:PollInterval", "00:00:00", "Policies:PollInterval must be between")]
    public async Task Start_InvalidOption_NamesKeyAndFix(string key, string value, string message)
    {
        using var folder = new RuleFolder(("a.yaml", RuleFolder.Valid));

        var error = await Should.ThrowAsync<OptionsValidationException>(() => PolicyHost.StartAsync(folder.Path, settings: (key, value)));

        error.Message.ShouldContain(message);
    }
}
