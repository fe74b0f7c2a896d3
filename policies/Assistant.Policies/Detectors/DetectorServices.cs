using Assistant.Policies.Detectors.Access;
using Assistant.Policies.Detectors.Citations;
using Assistant.Policies.Detectors.Echo;
using Assistant.Policies.Detectors.Groundedness;
using Assistant.Policies.Detectors.Markup;
using Assistant.Policies.Detectors.Matching;
using Assistant.Policies.Detectors.PersonalData;
using Assistant.Policies.Detectors.Signals;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Policies.Detectors;

internal static class DetectorServices
{
    /// <summary>Adds every detector that rules can name.</summary>
    public static IServiceCollection AddDetectors(this IServiceCollection services) => services
        .AddSingleton<IDetectorFactory, AccessFactory>()
        .AddSingleton<IDetectorFactory, CitationFactory>()
        .AddSingleton<IDetectorFactory, EchoFactory>()
        .AddSingleton<IDetectorFactory, GroundednessFactory>()
        .AddSingleton<IDetectorFactory, MarkupFactory>()
        .AddSingleton<IDetectorFactory, TextFactory>()
        .AddSingleton<IDetectorFactory, PersonalDataFactory>()
        .AddSingleton<IDetectorFactory, SignalFactory>();
}
