namespace Assistant.Inference.Validation;

/// <summary>How an encoder makes one vector of a text. The numbers are those of the key <c>pooling_type</c>.</summary>
internal enum PoolingType
{
    None = 0,
    Mean = 1,
    Cls = 2,
    Last = 3,

    /// <summary>A classification head gives a score: the model is a reranker.</summary>
    Rank = 4,
}
