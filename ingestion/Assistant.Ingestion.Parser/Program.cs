using System.Globalization;
using System.Text;
using Assistant.Ingestion.Parser;
using Assistant.Ingestion.Parser.Reading;

Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

// Files read the same on every machine.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;

// Replies go out on standard output; whatever a library prints must not end up between them.
await using var input = Console.OpenStandardInput();
await using var output = Console.OpenStandardOutput();
Console.SetOut(TextWriter.Null);

using var watch = new MemoryWatch();
return await new ParserLoop(input, output, new DocumentReader()).RunAsync();
