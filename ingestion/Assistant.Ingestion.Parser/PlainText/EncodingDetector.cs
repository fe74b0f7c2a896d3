using System.Text;

namespace Assistant.Ingestion.Parser.PlainText;

/// <summary>Decodes text of unknown encoding: byte order mark, else UTF-16 by its zero bytes, else valid UTF-8, else Windows-1252.</summary>
internal static class EncodingDetector
{
    private const int Windows1252 = 1252;
    private const double MaxControlShare = 0.02;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string Decode(byte[] bytes)
    {
        using var reader = new StreamReader(new MemoryStream(bytes), Detect(bytes), detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd();
    }

    /// <summary>The encoding that bytes without a byte order mark are taken to be in.</summary>
    public static Encoding Detect(ReadOnlySpan<byte> bytes) =>
        Utf16WithoutMark(bytes)
        ?? (IsUtf8(bytes) ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(Windows1252)!);

    /// <summary>True when the start of a file is not text in any encoding: zero bytes, or too many control characters.</summary>
    public static bool IsBinary(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) || Utf16WithoutMark(head) is not null)
        {
            return false;
        }

        var controls = 0;
        foreach (var b in head)
        {
            if (b == 0)
            {
                return true;
            }

            controls += b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f' or 0x1B) ? 1 : 0;
        }

        return controls > head.Length * MaxControlShare;
    }

    /// <summary>In UTF-16 text of European languages nearly every second byte is zero.</summary>
    private static Encoding? Utf16WithoutMark(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length & ~1, 4096)];
        int even = 0, odd = 0;
        for (var i = 0; i < sample.Length; i += 2)
        {
            even += sample[i] == 0 ? 1 : 0;
            odd += sample[i + 1] == 0 ? 1 : 0;
        }

        var units = sample.Length / 2;
        return units < 4 ? null
            : odd > units * 0.7 && even < units * 0.05 ? Encoding.Unicode
            : even > units * 0.7 && odd < units * 0.05 ? Encoding.BigEndianUnicode
            : null;
    }

    /// <summary>A character cut off at the end is no error: only the start of a file may have been read.</summary>
    private static bool IsUtf8(ReadOnlySpan<byte> bytes)
    {
        for (var cut = 0; cut <= Math.Min(3, bytes.Length); cut++)
        {
            try
            {
                StrictUtf8.GetCharCount(bytes[..^cut]);
                return true;
            }
            catch (DecoderFallbackException) when (cut < 3)
            {
                // One byte less may end on a character's boundary.
                continue;
            }
            catch (DecoderFallbackException)
            {
                return false;
            }
        }

        return true;
    }
}
