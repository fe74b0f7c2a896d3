using System.Text;

namespace Assistant.Inference.Grammar.Schema;

/// <summary>Collects the rules of a grammar. The rules for plain JSON come in when they are used.</summary>
internal sealed class GrammarWriter
{
    /// <summary>Characters of a JSON string that need no escape, as the inside of a negated class.</summary>
    public const string NotPlain = "\"\\\\\\x00-\\x1F\\x7F";

    private static readonly Dictionary<string, (string Body, string[] Needs)> Json = new(StringComparer.Ordinal)
    {
        ["ws"] = ("""( " " | "\n" " "{0,20} )?""", []),
        ["value"] = ("""object | array | string | number | boolean | "null" """, ["object", "array", "string", "number", "boolean"]),
        ["object"] = (""" "{" ws ( member ( "," ws member )* ws )? "}" """, ["ws", "member"]),
        ["member"] = (""" string ":" ws value """, ["string", "ws", "value"]),
        ["array"] = (""" "[" ws ( value ( "," ws value )* ws )? "]" """, ["ws", "value"]),
        ["string"] = (""" "\"" char* "\"" """, ["char"]),
        // An escaped surrogate would have to come in a pair; such characters can be written as they are.
        ["char"] = ($$"""[^{{NotPlain}}] | "\\" ( ["\\/bfnrt] | "u" ( [0-9a-cA-CefEF] [0-9a-fA-F]{3} | [dD] [0-7] [0-9a-fA-F]{2} ) )""", []),
        ["boolean"] = (""" "true" | "false" """, []),
        ["integer"] = (""" "-"? ( "0" | [1-9] [0-9]{0,14} ) """, []),
        ["number"] = (""" integer ( "." [0-9]{1,15} )? ( [eE] [+-]? [0-9]{1,2} )? """, ["integer"]),
        ["plain-key"] = ($"[^{NotPlain}]*", []),
    };

    private readonly Dictionary<string, string> bodies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> uses = new(StringComparer.Ordinal);
    private readonly List<string> order = [GbnfValidator.RootName];

    /// <summary>The name of one of the rules for plain JSON: ws, value, object, array, string, char, boolean, integer, number, plain-key.</summary>
    public string Use(string name)
    {
        if (!bodies.ContainsKey(name))
        {
            var (body, needs) = Json[name];
            Define(name, body);
            foreach (var need in needs)
            {
                Use(need);
            }
        }
        return name;
    }

    /// <summary>A new rule name made of letters, digits and '-' of the hint.</summary>
    public string Reserve(string hint)
    {
        var cleaned = new string([.. hint.Where(GbnfReader.IsNameCharacter).Take(40)]);
        var stem = cleaned.Length == 0 ? "rule" : cleaned;
        string name;
        do
        {
            var number = uses[stem] = uses.GetValueOrDefault(stem) + 1;
            name = number == 1 ? stem : $"{stem}-{number}";
        }
        while (name == GbnfValidator.RootName || Json.ContainsKey(name) || bodies.ContainsKey(name));
        bodies.Add(name, "");
        order.Add(name);
        return name;
    }

    public void Define(string name, string body)
    {
        if (!bodies.ContainsKey(name) && name != GbnfValidator.RootName)
        {
            order.Add(name);
        }
        bodies[name] = body.Trim();
    }

    public string Add(string hint, string body)
    {
        var name = Reserve(hint);
        Define(name, body);
        return name;
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var name in order)
        {
            text.Append(name).Append(" ::= ").Append(bodies[name]).Append('\n');
        }
        return text.ToString();
    }
}
