using System.Text.Json;
using Assistant.Inference.StandIn;

// Speaks the part of the engine's protocol that its supervision and the pipeline rely on, and misbehaves as its script says:
// answer, half (a sentence and then silence), wait (no token ever), loading (never ready), mute (never listens),
// crash (ends at once), refuse (ends because of its model).
var behaviour = Script.Begin();
switch (behaviour)
{
    case "crash":
        await Console.Error.WriteLineAsync("The last words before the crash.");
        return 134;
    case "refuse":
        Console.WriteLine("""{"failed":"model.gguf: tensor blk.0.attn_q.weight has the wrong shape."}""");
        return 3;
    case "mute":
        await Task.Delay(Timeout.Infinite);
        return 0;
    default:
        await using (var server = await EngineServer.StartAsync(behaviour))
        {
            Console.WriteLine("A line of the log.");
            Console.WriteLine(JsonSerializer.Serialize(new { listening = server.Url }));
            // Standard input closes when the parent is gone.
            await Console.OpenStandardInput().CopyToAsync(Stream.Null);
        }

        return 0;
}
