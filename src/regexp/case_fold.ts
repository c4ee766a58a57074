/** Simple Unicode case folding of single code points, as in Go's (?i). */

/**
 * Folded characters that have more forms than themselves and their upper case, each followed by those forms: k has K,
 * and also the Kelvin sign.
 */
const FURTHER_FORMS = "k\u212a s\u017f \u03bc\u00b5 \u00e5\u212b \u00df\u1e9e \u01c6\u01c5 \u01c9\u01c8 \u01cc\u01cb " +
  "\u01f3\u01f2 \u03b9\u0345\u1fbe \u03b2\u03d0 \u03b5\u03f5 \u03b8\u03d1\u03f4 \u03ba\u03f0 \u03c0\u03d6 " +
  "\u03c1\u03f1 \u03c3\u03c2 \u03c6\u03d5 \u03c9\u2126 \u0432\u1c80 \u0434\u1c81 \u043e\u1c82 \u0441\u1c83 " +
  "\u0442\u1c84\u1c85 \u044a\u1c86 \u0463\u1c87 \ua64b\u1c88 \u1e61\u1e9b";

/** The canonical form that all case forms of a character share. */
function foldCase(char: number): number {
  return lower(upper(char));
}

/** Every code point that (?i) treats as equal to `char`, including itself. */
export function caseForms(char: number): number[] {
  const folded = foldCase(char);
  const forms = [folded];
  if (upper(folded) !== folded) forms.push(upper(folded));
  const further = furtherForms(folded);
  for (let at = 0; at < further.length; at++) forms.push(further.charCodeAt(at));
  return forms;
}

function furtherForms(folded: number): string {
  // Greek letters with iota below have a title case, and an upper case of two characters.
  if (isIotaLetter(folded)) return String.fromCharCode(folded + (folded <= 0x1fa7 ? 8 : 9));
  const forms = FURTHER_FORMS.split(" ").find((forms) => forms.charCodeAt(0) === folded);
  return forms === undefined ? "" : forms.slice(1);
}

function isIotaLetter(char: number): boolean {
  return (char >= 0x1f80 && char <= 0x1fa7 && (char & 8) === 0) || char === 0x1fb3 || char === 0x1fc3 ||
    char === 0x1ff3;
}

/** The upper case, if it is one character. The dotless ı has I only in Turkish, so simple folding leaves it alone. */
function upper(char: number): number {
  return char === 0x131 ? char : single(String.fromCodePoint(char).toUpperCase(), char);
}

function lower(char: number): number {
  return single(String.fromCodePoint(char).toLowerCase(), char);
}

function single(text: string, otherwise: number): number {
  const char = text.codePointAt(0)!;
  return text === String.fromCodePoint(char) ? char : otherwise;
}
