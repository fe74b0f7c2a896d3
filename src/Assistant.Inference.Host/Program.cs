using Assistant.Inference.Host.Lifetime;

return await InferenceHost.RunAsync(args);
