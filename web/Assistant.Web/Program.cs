using Assistant.Web.Composition;

return await AssistantApplication.RunAsync(args);
