using Assistant.Core.Access;
using Assistant.Core.Documents;
using Assistant.Storage.Tests.Backends;

namespace Assistant.Storage.Tests.Documents;

/// <summary>Who may read what, now. Whatever is in doubt is not readable.</summary>
public abstract class DocumentAccessTests(TestDatabase database) : DocumentTest(database)
{
    private static AccessScope Hr => AccessScope.ForGroups(["hr-team"]);

    private static AccessScope Nobody => AccessScope.ForGroups([]);

    [Theory]
    [InlineData("hr-team", "hr-team", true)]
    [InlineData("hr-team,managers", "managers", true)]
    [InlineData("everyone", "", true)]
    [InlineData("hr-team", "", false)]
    [InlineData("hr-team", "HR-TEAM", false)]
    [InlineData("hr-team", "hr", false)]
    [InlineData("hr-team", "%", false)]
    [InlineData(" ", "", false)]
    [InlineData(" ", "hr-team", false)]
    public async Task Readable_LabelsAndGroups_NeedOneInCommon(string labels, string groups, bool readable)
    {
        var version = await AddReadyAsync("one", labels.Split(','));
        var scope = AccessScope.ForGroups(groups.Split(',', StringSplitOptions.RemoveEmptyEntries));

        var found = await Store.FindReadableAsync(version.Id, scope, Cancellation);
        var answerable = await Store.AnswerableAsync([version.Id], scope, Cancellation);

        (found is not null).ShouldBe(readable);
        answerable.Contains(version.Id).ShouldBe(readable);
        if (readable)
        {
            found!.Version.Id.ShouldBe(version.Id);
            found.Document.Current!.Id.ShouldBe(version.Id);
        }
    }

    [Fact]
    public async Task Readable_ScopeThatReadsNothing_FindsNothing()
    {
        var version = await AddReadyAsync("one", AccessScope.Everyone);

        (await Store.FindReadableAsync(version.Id, AccessScope.Nothing, Cancellation)).ShouldBeNull();
        (await Store.AnswerableAsync([version.Id], AccessScope.Nothing, Cancellation)).ShouldBeEmpty();
        (await Store.AnswerableAsync([], Hr, Cancellation)).ShouldBeEmpty();
        (await Store.FindReadableAsync(Guid.NewGuid(), Hr, Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task Readable_GroupsTakenAway_EndsAtOnce()
    {
        var version = await AddReadyAsync("one", "hr-team");
        await Store.UpdateAsync(version.DocumentId, Edit("managers"), Cancellation);

        (await Store.FindReadableAsync(version.Id, Hr, Cancellation)).ShouldBeNull();
        (await Store.AnswerableAsync([version.Id], Hr, Cancellation)).ShouldBeEmpty();

        await Store.UpdateAsync(version.DocumentId, Edit(), Cancellation);
        (await Store.FindReadableAsync(version.Id, AccessScope.ForGroups(["managers"]), Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task Readable_Deleted_EndsAtOnce()
    {
        var version = await AddReadyAsync("one", "hr-team");
        await Store.DeleteAsync(version.DocumentId, Cancellation);

        (await Store.FindReadableAsync(version.Id, Hr, Cancellation)).ShouldBeNull();
        (await Store.AnswerableAsync([version.Id], Hr, Cancellation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task AddVersionAsync_NarrowerGroups_HoldForTheWholeDocumentAtOnce()
    {
        var first = await AddReadyAsync("one", AccessScope.Everyone);

        await AddAsync("two", "hr-team");

        (await Store.FindReadableAsync(first.Id, Nobody, Cancellation)).ShouldBeNull();
        (await Store.AnswerableAsync([first.Id], Nobody, Cancellation)).ShouldBeEmpty();
        (await Store.AnswerableAsync([first.Id], Hr, Cancellation)).ShouldBe([first.Id]);
    }

    [Fact]
    public async Task AnswerableAsync_Versions_AreCurrentAndReady()
    {
        var old = await AddReadyAsync("one");
        var current = await AddReadyAsync("two");
        var queued = await AddAsync("three");
        var other = await Store.AddVersionAsync(Samples.Upload("x", "it/x"), Cancellation);

        (await Store.AnswerableAsync([old.Id, current.Id, queued.Id, other.Id, Guid.NewGuid()], Nobody, Cancellation)).ShouldBe([current.Id]);
        (await Store.FindReadableAsync(old.Id, Nobody, Cancellation))!.Version.Number.ShouldBe(1);

        await Store.SetStateAsync(current.Id, DocumentState.Failed, "unreadable", Cancellation);
        (await Store.AnswerableAsync([old.Id, current.Id], Nobody, Cancellation)).ShouldBeEmpty();
    }
}

public sealed class SqliteDocumentAccessTests() : DocumentAccessTests(new SqliteTestDatabase());

public sealed class PostgresDocumentAccessTests(PostgresServer server) : DocumentAccessTests(new PostgresTestDatabase(server));
