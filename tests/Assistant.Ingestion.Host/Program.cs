// Ingestion alone, as a process that tests can kill: reads the sample organisation in, says how many documents are
// ready ("ready 12") and, at the end, "settled". Runs until its input ends. Argument: the data folder.
using Assistant.Ingestion;
using Assistant.Ingestion.Progress;
using Assistant.Retrieval;
using Assistant.Storage;
using Assistant.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings
{
    Args = [$"--DataPath={args[0]}", "--Ingestion:Samples=true", "--Logging:LogLevel:Default=Warning"],
});
builder.Services.AddText().AddStorage(builder.Configuration).AddRetrieval(builder.Configuration).AddIngestion(builder.Configuration);
using var host = builder.Build();
await host.StartAsync();

var progress = host.Services.GetRequiredService<IngestionProgress>();
IngestionSnapshot snapshot;
do
{
    await Task.Delay(20);
    snapshot = await progress.ReadAsync(CancellationToken.None);
    Console.WriteLine($"ready {snapshot.Ready}");
}
while (!snapshot.HasSettled);

Console.WriteLine("settled");
await Console.In.ReadToEndAsync();
await host.StopAsync();
