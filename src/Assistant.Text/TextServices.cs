using Assistant.Text.Analysis;
using Assistant.Text.Languages;
using Assistant.Text.Sentences;
using Assistant.Text.Wording;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Text;

public static class TextServices
{
    /// <summary>Adds text analysis, sentence splitting and language detection.</summary>
    public static IServiceCollection AddText(this IServiceCollection services) => services
        .AddSingleton<TextAnalyzer>()
        .AddSingleton<SentenceSplitter>()
        .AddSingleton<LanguageDetector>()
        .AddSingleton<Thesaurus>()
        .AddSingleton<LightWords>();
}
