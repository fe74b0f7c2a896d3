namespace Assistant.Inference.Host.Security;

/// <summary>Who may call an endpoint; without it, whoever has a key.</summary>
internal enum Access
{
    /// <summary>Anybody.</summary>
    Open,

    /// <summary>Holders of an administrator's key.</summary>
    Admin,
}
