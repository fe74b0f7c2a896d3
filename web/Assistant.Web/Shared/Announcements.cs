namespace Assistant.Web.Shared;

/// <summary>What screen readers are told, in order and without taking the focus. One per circuit; <see cref="Announcer"/> holds the words.</summary>
internal sealed class Announcements
{
    private const int Kept = 8;
    private readonly Queue<(int Number, string Text)> messages = new();
    private int number;

    public event Action? Changed;

    /// <summary>The last few; each has a number of its own, so that saying the same twice is heard twice.</summary>
    public IReadOnlyCollection<(int Number, string Text)> Messages => messages;

    public void Say(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return;
        }

        messages.Enqueue((++number, text));
        while (messages.Count > Kept)
        {
            messages.Dequeue();
        }

        Changed?.Invoke();
    }
}
