using DocumentFormat.OpenXml;

namespace Assistant.Ingestion.Parser.Office;

/// <summary>
/// Attributes as files really have them: a value that the standard does not allow counts as missing, where the library
/// would throw. One odd attribute is no reason to refuse a document.
/// </summary>
internal static class AttributeValues
{
    public static T? Get<T>(this OpenXmlSimpleValue<T>? attribute)
        where T : struct => attribute is { HasValue: true } ? attribute.Value : null;

    public static T? Get<T>(this EnumValue<T>? attribute)
        where T : struct, IEnumValue, IEnumValueFactory<T> => attribute is { HasValue: true } ? attribute.Value : null;

    public static string? Get(this StringValue? attribute) => attribute?.Value;
}
