using System.Text;

namespace Assistant.Benchmarks.Load;

/// <summary>Writes prompts of varied words: the same seed and name give the same prompts for every server.</summary>
internal sealed class PromptWriter
{
    private static readonly string[] Words =
        """
        the of and to in a is that for it as was with be by on not he his but at are this have from or had an they which
        one you were her all she there would their we him been has when who will more no if out so said what up its about
        into than them can only other new some could time these two may then do first any my now such like our over man
        me even most made after also did many before must through back years where much your way well down should because
        three policy employee employees manager leave days notice period contract payment invoice invoices approval
        approved expense expenses travel request requests report reports document documents section page table answer
        answers question questions customer customers order orders delivery price prices amount amounts total tax company
        department office security password account accounts access system service services support team meeting
        training benefits health insurance vacation holiday sick parental overtime salary bonus working hours remote home
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private readonly Random random;

    public PromptWriter(int seed, string name)
    {
        // FNV-1a: the hash code of a string changes from run to run.
        var hash = 2166136261u ^ (uint)seed;
        foreach (var unit in Encoding.UTF8.GetBytes(name))
        {
            hash = (hash ^ unit) * 16777619u;
        }

        random = new Random((int)hash);
    }

    /// <summary>Passages of 300 to 600 words and a question.</summary>
    public string Question() => $"{Text(random.Next(300, 600))}.\n{FollowUp(15)}";

    /// <summary>A question alone, ready for its answer.</summary>
    public string FollowUp(int words) => $"Question: {Text(words)}?\nAnswer:";

    public string Text(int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Words[random.Next(Words.Length)]));

    public T[] Shuffle<T>(IEnumerable<T> items)
    {
        T[] all = [.. items];
        random.Shuffle(all);
        return all;
    }

    public int Next(int below) => random.Next(below);
}
