using Assistant.Core.Audit;
using Assistant.Web.Review;

namespace Assistant.Web.Tests.Review;

public sealed class ReviewAddressTests
{
    [Theory]
    [InlineData(null, ReviewFilter.Open)]
    [InlineData("all", ReviewFilter.All)]
    [InlineData("DECIDED", ReviewFilter.Decided)]
    [InlineData("9", ReviewFilter.Open)]
    [InlineData("<b>", ReviewFilter.Open)]
    public void ParseFilter_WhatTheAddressSays_IsAKnownFilter(string? show, ReviewFilter filter) =>
        ReviewAddress.ParseFilter(show).ShouldBe(filter);

    [Fact]
    public void OfCase_KeepsTheListItWasOpenedFrom()
    {
        var id = Guid.NewGuid();

        ReviewAddress.OfCase(id, ReviewFilter.All).ShouldBe($"/review/{id}?show=all");
        ReviewAddress.OfCase(id, ReviewFilter.Open).ShouldBe($"/review/{id}");
    }

    [Fact]
    public void OfQueue_LaterPage_NamesIt() =>
        ReviewAddress.OfQueue(ReviewFilter.Decided, 2).ShouldBe("/review?show=decided&page=2");
}
