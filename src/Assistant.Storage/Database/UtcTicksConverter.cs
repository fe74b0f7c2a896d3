using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Assistant.Storage.Database;

/// <summary>SQLite has no type for points in time: UTC ticks keep their order and their full precision.</summary>
internal sealed class UtcTicksConverter() : ValueConverter<DateTimeOffset, long>(time => time.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
