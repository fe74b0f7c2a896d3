using System.Collections.Frozen;

namespace Assistant.Text.Sentences;

/// <summary>
/// Words whose full stop need not end a sentence, and words that tell whether it does: English, German, Spanish.
/// All in lower case and without the full stop.
/// </summary>
internal static class Abbreviations
{
    /// <summary>Something always follows: titles, "e.g.", "bzw.".</summary>
    private static readonly FrozenSet<string> Leading = Set(
        "dr prof mr mrs ms messrs st sr sra srta srs sres dra ing dipl hon gen col capt lt sgt rev fr hr hrn frau mag univ "
        + "vs cf eg e.g i.e ie viz ca approx resp bzw z.b zb d.h dh u.a ua i.d.r i.d.f i.s.v o.ä o.g m.e m.a.w sog gem ggf evtl vgl inkl exkl zzgl abzgl einschl insb bspw "
        + "i.v.m s.o s.u v.a z.t zt u.u mind max min p.ej p.e ej uds ud vd dcha izq aprox incl excl tel fax attn zhd z.hd str gebr");

    /// <summary>A number follows, or the word is no abbreviation: "No. 5", "Art. 7", "S. 12".</summary>
    private static readonly FrozenSet<string> BeforeNumber = Set(
        "no nos nr nrn núm num n.º nº art arts abs s ss p pp pg pág págs pag fig figs abb tab kap ziff ziffer rn rz rdnr bd vol vols sec secs sect eq anh anl apdo st jan feb mar mär apr jun jul aug sep sept okt oct nov dez dec ene abr ago dic");

    /// <summary>May end a sentence: then a word that begins sentences follows.</summary>
    private static readonly FrozenSet<string> Trailing = Set(
        "etc usw usf u.s u.k u.s.a u.n e.u ee.uu a.m p.m a.d b.c a.c d.c inc ltd co corp llc plc gmbh e.v ag s.a s.l s.l.u jr ff f al dept est bros o.k ph.d b.sc m.sc b.a m.a z.hd dgl ähnl gez i.a i.v p.p");

    private static readonly FrozenSet<string> Starters = Set(
        "the a an this that these those it its they he she we you i in on at for from with by if when while as after before because since although however there here please all any each every no not both and but or so to do does is are "
        + "der die das den dem ein eine einen einem einer dieser diese dieses es er sie wir ihr ich im in am bei mit von für wenn während als nach vor weil da seit obwohl jedoch hier bitte alle jeder jede jedes kein keine nicht und aber oder so zu danach dann dabei außerdem zudem "
        + "el la los las un una unos unas este esta estos estas ese esa eso ello ellos ellas él ella nosotros usted yo en al para por con de desde si cuando mientras como tras antes porque aunque sin no y e o pero además también hay se su sus");

    private static readonly FrozenSet<string> Months = Set(
        "januar jänner februar märz april mai juni juli august september oktober november dezember jan feb mär apr jun jul aug sep sept okt nov dez");

    /// <summary>German words before an ordinal: "am 31. März", "im 2. Quartal".</summary>
    private static readonly FrozenSet<string> BeforeOrdinal = Set(
        "am zum vom beim im der die das den dem des ab bis seit jeder jede jedes jedem jeden dieser diesem ihrem ihrer seinem seiner unserem und oder");

    private static readonly FrozenSet<char> Roman = "IVXLC".ToFrozenSet();

    /// <summary>Whether a full stop behind this word leaves its sentence open.</summary>
    /// <param name="word">The word before it, in lower case, with full stops inside it.</param>
    /// <param name="next">The word behind it, as written; empty when none or no word follows.</param>
    public static bool LeavesOpen(string word, string next) =>
        Leading.Contains(word)
        || (BeforeNumber.Contains(word) && next.Length > 0 && (char.IsDigit(next[0]) || next.All(Roman.Contains)))
        || (Trailing.Contains(word) && !BeginsSentence(next));

    /// <summary>Whether a word begins sentences far more often than it follows an abbreviation or a number.</summary>
    public static bool BeginsSentence(string word) => Starters.Contains(word.ToLowerInvariant());

    /// <summary>Whether a number with a full stop is a German ordinal.</summary>
    /// <param name="before">The word before the number, in lower case; empty when none.</param>
    public static bool IsOrdinal(string before, string next) =>
        Months.Contains(next.ToLowerInvariant()) || (BeforeOrdinal.Contains(before) && next.Length > 0 && !BeginsSentence(next));

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
