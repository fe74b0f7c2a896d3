namespace Assistant.Core.Documents;

/// <summary>How sensitive a document is, from least to most.</summary>
public enum Classification
{
    Public,
    Internal,
    Confidential,
    Restricted,
}
