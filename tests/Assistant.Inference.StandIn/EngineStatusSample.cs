namespace Assistant.Inference.StandIn;

/// <summary>What "GET /status" says: an engine in the middle of its work.</summary>
internal static class EngineStatusSample
{
    public const string Json =
        """
        {
          "model": { "name": "stand-in-7b", "hash": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "architecture": "llama", "size_bytes": 4683073536, "vocabulary_size": 152064, "context_tokens": 16384, "has_chat_template": true },
          "runtime": { "binding": "native", "library": "b10068", "backend": "cuda", "devices": [
            { "name": "CUDA0", "kind": "gpu", "description": "An accelerator", "memory_bytes": 85899345920 },
            { "name": "CPU", "kind": "cpu", "description": "A processor", "memory_bytes": 0 } ] },
          "adapters": [ { "name": "hr@3", "hash": "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb", "rank": 16, "alpha": 32, "size_bytes": 40370176, "in_flight": 2, "loaded_at": "2026-11-02T12:00:00+00:00" } ],
          "groups": [ { "adapters": "hr@3", "running": 2 }, { "adapters": "base", "running": 1 } ],
          "running": 3, "waiting": 4,
          "running_cells": 2100, "cached_cells": 6400, "total_cells": 16384, "cached_prefixes": 1, "host_cache_bytes": 73400320,
          "counters": { "requests": 1234, "refused": 5, "cancelled": 6, "failed": 0, "prompt_tokens": 200000, "reused_tokens": 124000, "generated_tokens": 98765,
            "drafted_tokens": 10000, "accepted_tokens": 7500, "steps": 54321, "group_switches": 321, "preemptions": 2, "evictions": 12, "restores": 3, "busy_seconds": 610.5 },
          "traffic": [
            { "adapters": "hr@3", "requests": 800, "prompt_tokens": 150000, "reused_tokens": 120000, "generated_tokens": 60000 },
            { "adapters": "base", "requests": 434, "prompt_tokens": 50000, "reused_tokens": 4000, "generated_tokens": 38765 } ]
        }
        """;
}
