namespace Assistant.Text.Languages;

/// <summary>Tells the language of a text.</summary>
public sealed class LanguageDetector
{
    /// <summary>The ISO 639-1 code of the likeliest language; <paramref name="fallback"/> when the text gives too little to go by.</summary>
    public string Detect(string text, string fallback = "en")
    {
        var words = text.ToLowerInvariant().Split([' ', '\n', '?', '.', ',', '!', '¿', '¡'], StringSplitOptions.RemoveEmptyEntries);
        var german = words.Count("der die das und ist wie ich nicht ein eine für mit was wann wer muss darf kann von zu den dem".Split(' ').Contains);
        var spanish = words.Count("el la los las de que y es cómo como para por una un cuántos cuándo quién qué puedo debo en se".Split(' ').Contains);
        var english = words.Count("the of and is how what when who to for my can i do we in are does a".Split(' ').Contains);
        return (german, spanish, english) switch
        {
            _ when english >= german && english >= spanish && english > 0 => "en",
            _ when german > spanish => "de",
            _ when spanish > 0 => "es",
            _ => fallback,
        };
    }
}
