using Assistant.Web.Tests.Hosting;

[assembly: AssemblyFixture(typeof(WebHost))]
