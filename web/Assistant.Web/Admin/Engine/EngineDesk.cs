using Assistant.Core.Answers;
using Assistant.Web.Engine;
using Assistant.Web.Security;

namespace Assistant.Web.Admin.Engine;

/// <summary>What administrators see of the engine and do with it.</summary>
internal sealed class EngineDesk(Caller caller, IModelServer models, ILogger<EngineDesk> logger, EngineSupervisor? engine = null)
{
    /// <summary>The state as of now; null when the caller may not see it.</summary>
    public async Task<EngineView?> ReadAsync(CancellationToken cancellationToken)
    {
        if (await caller.AsAsync(AccessPolicies.Admin, cancellationToken) is null)
        {
            return null;
        }

        return engine is null
            ? new EngineView(null, null, null, (await models.ConnectAsync(TimeSpan.Zero, cancellationToken))?.Url)
            : new EngineView(engine.Snapshot, await engine.ReadStatusAsync(cancellationToken), engine.MemoryBytes, Remote: null);
    }

    /// <summary>Ends the engine if it runs, and starts it again.</summary>
    public async Task<CommandResult> RestartAsync(CancellationToken cancellationToken)
    {
        if (await caller.AsAsync(AccessPolicies.Admin, cancellationToken) is not { } admin)
        {
            return CommandResult.NotAllowed;
        }

        if (engine is null)
        {
            return new CommandResult.Refused("No engine runs beside this application.");
        }

        logger.EngineRestarted(admin.Id);
        engine.Restart();
        return CommandResult.Succeeded;
    }
}
