/** Named character sets: `\d`, `[:alpha:]`, `\p{Greek}`. */

import { type CharSet, complement, ranges } from "./char_set.ts";

const DIGIT = ranges(0x30, 0x39);
const SPACE = ranges(0x09, 0x0a, 0x0c, 0x0d, 0x20, 0x20);
const WORD = ranges(0x30, 0x39, 0x41, 0x5a, 0x5f, 0x5f, 0x61, 0x7a);

/** `\d \s \w`, by letter. */
export const PERL_SETS: ReadonlyMap<string, CharSet> = new Map([["d", DIGIT], ["s", SPACE], ["w", WORD]]);

/** `[:name:]` within brackets, by name. */
export const POSIX_SETS: ReadonlyMap<string, CharSet> = new Map([
  ["alnum", ranges(0x30, 0x39, 0x41, 0x5a, 0x61, 0x7a)],
  ["alpha", ranges(0x41, 0x5a, 0x61, 0x7a)],
  ["ascii", ranges(0x00, 0x7f)],
  ["blank", ranges(0x09, 0x09, 0x20, 0x20)],
  ["cntrl", ranges(0x00, 0x1f, 0x7f, 0x7f)],
  ["digit", DIGIT],
  ["graph", ranges(0x21, 0x7e)],
  ["lower", ranges(0x61, 0x7a)],
  ["print", ranges(0x20, 0x7e)],
  ["punct", ranges(0x21, 0x2f, 0x3a, 0x40, 0x5b, 0x60, 0x7b, 0x7e)],
  ["space", ranges(0x09, 0x0d, 0x20, 0x20)],
  ["upper", ranges(0x41, 0x5a)],
  ["word", WORD],
  ["xdigit", ranges(0x30, 0x39, 0x41, 0x46, 0x61, 0x66)],
]);

const CATEGORIES =
  "C Cc Cf Cn Co Cs L LC Ll Lm Lo Lt Lu M Mc Me Mn N Nd Nl No P Pc Pd Pe Pf Pi Po Ps S Sc Sk Sm So Z Zl Zp Zs";

/** Long names of categories, as returned by `canonicalName`. */
const CATEGORY_ALIASES =
  "Casedletter=LC Closepunctuation=Pe Cntrl=Cc Combiningmark=M Connectorpunctuation=Pc Control=Cc Currencysymbol=Sc " +
  "Dashpunctuation=Pd Decimalnumber=Nd Digit=Nd Enclosingmark=Me Finalpunctuation=Pf Format=Cf Initialpunctuation=Pi " +
  "Letter=L Letternumber=Nl Lineseparator=Zl Lowercaseletter=Ll Mark=M Mathsymbol=Sm Modifierletter=Lm Modifiersymbol=Sk " +
  "Nonspacingmark=Mn Number=N Openpunctuation=Ps Other=C Otherletter=Lo Othernumber=No Otherpunctuation=Po Othersymbol=So " +
  "Paragraphseparator=Zp Privateuse=Co Punct=P Punctuation=P Separator=Z Spaceseparator=Zs Spacingmark=Mc Surrogate=Cs " +
  "Symbol=S Titlecaseletter=Lt Unassigned=Cn Uppercaseletter=Lu";

/**
 * Scripts with a one-word name. Go 1.26 cannot find the others (Old_Italic), because its lookup drops the underscore.
 */
const SCRIPTS =
  "Adlam Ahom Arabic Armenian Avestan Balinese Bamum Batak Bengali Bhaiksuki Bopomofo Brahmi Braille Buginese Buhid Carian " +
  "Chakma Cham Cherokee Chorasmian Common Coptic Cuneiform Cypriot Cyrillic Deseret Devanagari Dogra Duployan Elbasan " +
  "Elymaic Ethiopic Georgian Glagolitic Gothic Grantha Greek Gujarati Gurmukhi Han Hangul Hanunoo Hatran Hebrew Hiragana " +
  "Inherited Javanese Kaithi Kannada Katakana Kawi Kharoshthi Khmer Khojki Khudawadi Lao Latin Lepcha Limbu Lisu Lycian " +
  "Lydian Mahajani Makasar Malayalam Mandaic Manichaean Marchen Medefaidrin Miao Modi Mongolian Mro Multani Myanmar " +
  "Nabataean Nandinagari Newa Nko Nushu Ogham Oriya Osage Osmanya Palmyrene Phoenician Rejang Runic Samaritan Saurashtra " +
  "Sharada Shavian Siddham Sinhala Sogdian Soyombo Sundanese Syriac Tagalog Tagbanwa Takri Tamil Tangsa Tangut Telugu " +
  "Thaana Thai Tibetan Tifinagh Tirhuta Toto Ugaritic Vai Vithkuqi Wancho Yezidi Yi";

/** The set of `\p{name}`; undefined for an unknown name. */
export function unicodeSet(name: string): CharSet | undefined {
  const canonical = canonicalName(name);
  switch (canonical) {
    case "Any":
      return ranges(0, 0x10ffff);
    case "Ascii":
      return ranges(0, 0x7f);
    case "Assigned":
      return complement(property("Cn"));
    case "C":
      // Go's C excludes unassigned code points.
      return property("Cc", "Cf", "Co", "Cs");
    case "Lc":
      return property("LC");
  }
  if (hasWord(CATEGORIES, canonical)) return property(canonical);
  if (hasWord(SCRIPTS, canonical)) return property(`Script=${canonical}`);
  const alias = CATEGORY_ALIASES.split(" ").find((alias) => alias.startsWith(canonical + "="));
  return alias === undefined ? undefined : unicodeSet(alias.slice(canonical.length + 1));
}

/** Greek for greek, GREEK, Gr_eek and the like. */
function canonicalName(name: string): string {
  const letters = name.replace(/[-_ ]/g, "");
  return letters.slice(0, 1).replace(/[a-z]/, (letter) => letter.toUpperCase()) +
    letters.slice(1).replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

function hasWord(words: string, word: string): boolean {
  return word !== "" && words.split(" ").includes(word);
}

/** The characters with a Unicode property, from JavaScript's tables, tested one character at a time. */
function property(...names: string[]): CharSet {
  const test = new RegExp(`^[${names.map((name) => `\\p{${name}}`).join("")}]$`, "u");
  return (char) => test.test(String.fromCodePoint(char));
}
