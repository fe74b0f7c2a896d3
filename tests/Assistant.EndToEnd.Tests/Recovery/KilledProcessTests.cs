using System.Globalization;
using Assistant.EndToEnd.Tests.Infrastructure;
using Microsoft.Data.Sqlite;

namespace Assistant.EndToEnd.Tests.Recovery;

public sealed class KilledProcessTests(BrowserFixture fixture)
{
    private const int Documents = 60;

    [Fact]
    public async Task Kill_InTheMiddleOfIngestion_LosesNothingAndDoublesNothing()
    {
        var data = Directory.CreateTempSubdirectory("assistant-kill-");
        var settings = new Dictionary<string, string> { ["Ingestion:Samples"] = "false" };
        try
        {
            await using (var first = await ApplicationProcess.StartAsync(data.FullName, settings))
            {
                await UploadAsync(first);
                await first.KillAsync();
            }

            States(data.FullName).Values.Sum().ShouldBe(Documents);
            await using var second = await ApplicationProcess.StartAsync(data.FullName, settings);
            await WaitUntilSettledAsync(data.FullName);

            var states = States(data.FullName);
            states.GetValueOrDefault("Ready").ShouldBe(Documents - 1);
            states.GetValueOrDefault("Failed").ShouldBe(1);
            Number(data.FullName, "SELECT count(*) FROM documents").ShouldBe(Documents);
            Number(data.FullName, "SELECT count(DISTINCT content_hash) FROM document_versions").ShouldBe(Documents);
            Number(data.FullName, "SELECT count(*) FROM document_versions WHERE state = 'Failed' AND coalesce(failure_reason, '') = ''").ShouldBe(0);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            data.Delete(recursive: true);
        }
    }

    /// <summary>Hands in 59 good documents and one without text.</summary>
    private async Task UploadAsync(ApplicationProcess application)
    {
        await using var clara = await Session.SignInAsync(fixture.Browser, application.Address, "Clara Weiss");
        var statuses = await clara.Page.EvaluateAsync<int[]>(
            """
            async count => {
              const { header, token } = await (await fetch('/api/antiforgery')).json();
              const statuses = [];
              for (let i = 0; i < count; i++) {
                const body = i === 7 ? '\n \n' : Array.from({ length: 400 }, (_, k) => `Document ${i}, paragraph ${k}: the valve number ${i * 1000 + k} is checked every quarter.\n\n`).join('');
                const response = await fetch(`/api/documents?fileName=valves-${i}.txt&domain=it&group=everyone&classification=internal`, { method: 'POST', headers: { [header]: token }, body });
                statuses.push(response.status);
              }
              return statuses;
            }
            """,
            Documents);
        statuses.ShouldAllBe(s => s == 202);
    }

    private static async Task WaitUntilSettledAsync(string data)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(3));
        while (States(data).Any(s => s.Key is not ("Ready" or "Failed") && s.Value > 0))
        {
            await Task.Delay(500, limit.Token);
        }
    }

    private static Dictionary<string, int> States(string data)
    {
        using var connection = Open(data);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT state, count(*) FROM document_versions GROUP BY state";
        using var reader = command.ExecuteReader();
        var states = new Dictionary<string, int>(StringComparer.Ordinal);
        while (reader.Read())
        {
            states[reader.GetString(0)] = reader.GetInt32(1);
        }

        return states;
    }

    private static int Number(string data, string query)
    {
        using var connection = Open(data);
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The queries are constants of this class.
        command.CommandText = query;
#pragma warning restore CA2100
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private static SqliteConnection Open(string data)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(data, "assistant.db")};Mode=ReadOnly");
        connection.Open();
        return connection;
    }
}
