using System.Collections.Concurrent;
using System.Collections.Frozen;
using Assistant.Core.Policies;
using Assistant.Text.Analysis;

namespace Assistant.Policies.Detectors.Citations;

/// <summary>
/// Tells a line that states something from one that only leads over. A line needs no source when it has no word, or
/// only connecting words; or when it is a heading or ends with a colon and all its words stand in the question, in
/// the titles and headings of the sources, or among the connecting words. A line with a negation always needs one.
/// </summary>
internal sealed class ClaimShape(TextAnalyzer analyzer)
{
    private static readonly string[] Connecting =
    [
        "answer answers following follows summary summarize short brief briefly overview details detail note notes document documents source sources passage passages according find found here below above help helps hope information question additional additionally further furthermore also moreover however finally first second third lastly example section sections points point key relevant available list listed steps step say says said state states tells shows",
        "antwort folgende folgendes folgenden folgt zusammenfassung kurz kurzum überblick übersicht einzelheiten hinweis dokument dokumente dokumenten quelle quellen textstelle textstellen laut gemäß finden gefunden hier unten oben hoffe hilft information informationen frage zusätzlich außerdem ferner ebenfalls jedoch schließlich erstens zweitens drittens beispiel abschnitt punkte punkt wichtig wichtigsten verfügbar liste schritte schritt nachfolgend zudem sagen besagen sagt besagt steht stehen",
        "respuesta respuestas siguiente siguientes resumen brevemente detalle detalles nota documento documentos fuente fuentes pasaje pasajes según aquí abajo arriba espero ayude información pregunta además asimismo también sin embargo finalmente primero segundo tercero ejemplo sección puntos punto clave disponible lista pasos paso continuación encontrar dicen dice indican indica",
    ];

    private readonly ConcurrentDictionary<string, FrozenSet<string>> connecting = new(StringComparer.Ordinal);

    /// <summary>True when the text states something that needs a source.</summary>
    /// <param name="blanked">The checked text without its markers.</param>
    public bool IsClaim(PolicyCheck check, string blanked)
    {
        var line = blanked.Trim();
        if (!line.Any(char.IsLetterOrDigit))
        {
            return false;
        }

        var language = check.Context.Language;
        var terms = analyzer.Analyze(line, language);
        var known = connecting.GetOrAdd(language, Stem);
        var own = terms.Where(t => !known.Contains(t.Term)).Select(t => t.Term).ToList();
        if (Negations.In(line))
        {
            return true;
        }

        if (own.Count == 0)
        {
            return false;
        }

        return !LeadsOver(line) || !own.All(Given(check, language).Contains);
    }

    private static bool LeadsOver(string line)
    {
        var bare = line.Trim('*', '_', ' ');
        return line[0] == '#' || bare.EndsWith(':') || (line.StartsWith("**", StringComparison.Ordinal) && line.EndsWith("**", StringComparison.Ordinal));
    }

    private HashSet<string> Given(PolicyCheck check, string language)
    {
        var texts = check.Context.Sources.SelectMany(s => s.HeadingPath.Append(s.DocumentTitle)).Append(check.Context.Question);
        return [.. texts.SelectMany(t => analyzer.Analyze(t, language)).Select(t => t.Term)];
    }

    private FrozenSet<string> Stem(string language) =>
        Connecting.SelectMany(words => analyzer.Analyze(words, language)).Select(t => t.Term).ToFrozenSet(StringComparer.Ordinal);
}
