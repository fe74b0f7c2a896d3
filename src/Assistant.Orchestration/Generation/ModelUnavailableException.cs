using Assistant.Core.Answers;

namespace Assistant.Orchestration.Generation;

/// <summary>The language model took no request.</summary>
internal sealed class ModelUnavailableException(ModelProblem problem, Exception? inner = null)
    : IOException($"The language model takes no request: {problem}.", inner)
{
    public ModelProblem Problem => problem;

    public static ModelUnavailableException For(ModelServerState state) => new(state switch
    {
        ModelServerState.Starting => ModelProblem.Starting,
        ModelServerState.Restarting => ModelProblem.Restarting,
        ModelServerState.Unusable => ModelProblem.Unusable,
        _ => ModelProblem.Failed,
    });
}
