using Assistant.Core.Documents;
using Assistant.Web.Admin.Documents.Uploads;

namespace Assistant.Web.Tests.Admin.Documents.Uploads;

public sealed class UploadQueueTests
{
    private static readonly UploadTarget Target = new("hr", ["everyone"], Classification.Internal);

    private readonly UploadQueue queue = new();

    public UploadQueueTests() => queue.Add([new ChosenFile(1, "a.md", 100), new ChosenFile(2, "b.pdf", 300), new ChosenFile(3, "empty.txt", 0)]);

    [Fact]
    public void Start_ChosenFiles_PutsThemInLineOnce()
    {
        queue.Start(Target).Select(i => i.Id).ShouldBe([1, 2, 3]);
        queue.Start(Target).ShouldBeEmpty();
        queue.Underway.ShouldBe(3);
    }

    [Fact]
    public void Progress_HalfOfTheBytesSent_IsWeightedBySize()
    {
        queue.Start(Target);
        queue.Apply(new UploadReport(1, UploadState.Taken, 100, null));
        queue.Apply(new UploadReport(2, UploadState.Sending, 100, null));

        queue.Progress.ShouldBe(200 / 401.0, tolerance: 0.001);
    }

    [Fact]
    public void Apply_Taken_SaysSoOnce()
    {
        queue.Start(Target);

        queue.Apply(new UploadReport(1, UploadState.Taken, 100, null)).ShouldBeTrue();
        queue.Apply(new UploadReport(1, UploadState.Taken, 100, null)).ShouldBeFalse();
    }

    [Fact]
    public void Apply_ReportAfterTheEnd_ChangesNothing()
    {
        queue.Start(Target);
        queue.Apply(new UploadReport(1, UploadState.Cancelled, 10, null));

        queue.Apply(new UploadReport(1, UploadState.Sending, 50, null));

        queue.Items[0].State.ShouldBe(UploadState.Cancelled);
    }

    [Fact]
    public void Apply_MoreBytesThanTheFileHas_StaysWithinTheFile()
    {
        queue.Start(Target);

        // The form around the file is counted by the browser too.
        queue.Apply(new UploadReport(1, UploadState.Sending, 450, null));

        queue.Items[0].Progress.ShouldBe(1);
    }

    [Fact]
    public void Apply_RefusedWithoutReason_StillSaysWhatToDo()
    {
        queue.Start(Target);

        queue.Apply(new UploadReport(2, UploadState.Refused, 300, null));

        queue.Items[1].Problem.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public void Retry_RefusedAndCancelled_StartOver()
    {
        queue.Start(Target);
        queue.Apply(new UploadReport(1, UploadState.Refused, 100, "Too large."));
        queue.Apply(new UploadReport(2, UploadState.Cancelled, 10, null));

        queue.Retry().Select(i => i.Id).ShouldBe([1, 2]);
        queue.Items[0].ShouldBe(new UploadItem(1, "a.md", 100, UploadState.Waiting, 0, null, Target));
    }

    [Fact]
    public void Retry_OneFile_LeavesTheOthers()
    {
        queue.Start(Target);
        queue.Apply(new UploadReport(1, UploadState.Refused, 100, "Too large."));
        queue.Apply(new UploadReport(2, UploadState.Refused, 10, "Too large."));

        queue.Retry(2).Select(i => i.Id).ShouldBe([2]);
        queue.Items[0].State.ShouldBe(UploadState.Refused);
    }

    [Fact]
    public void Remove_FileUnderway_IsRefused()
    {
        queue.Start(Target);

        queue.Remove(1).ShouldBeFalse();
        queue.Items.Count.ShouldBe(3);
    }

    [Fact]
    public void RemoveAll_ArrivedFiles_LeavesWhatNeedsAttention()
    {
        queue.Start(Target);
        queue.Apply(new UploadReport(1, UploadState.Taken, 100, null));
        queue.Apply(new UploadReport(2, UploadState.Refused, 0, "Too large."));

        queue.RemoveAll(UploadState.Taken).ShouldBe([1]);
        queue.Items.Select(i => i.Id).ShouldBe([2, 3]);
    }
}
