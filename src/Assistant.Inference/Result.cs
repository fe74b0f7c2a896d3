using System.Diagnostics.CodeAnalysis;

namespace Assistant.Inference;

/// <summary>What an operation on untrusted input gave: a value, or the first problem found.</summary>
internal sealed class Result<T, TProblem>
    where T : class
    where TProblem : class
{
    private Result(T? value, TProblem? problem) => (Value, Problem) = (value, problem);

    public T? Value { get; }

    public TProblem? Problem { get; }

    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool IsValid => Value is not null;

    public static implicit operator Result<T, TProblem>(T value) => new(value, null);

    public static implicit operator Result<T, TProblem>(TProblem problem) => new(null, problem);
}
