/** The roles of a team, each with the word by which the summary of a shift names it. */
export type RoleWords = ReadonlyMap<string, string>;

/**
 * The roles whose shift a summary says it is, in the order of `words`. A role is named by its whole word, in any case of letters and any width;
 * where one word holds another (“on-call backup” and “on-call”), the longer one counts. A part of a summary that says that there is nobody
 * names no role; a summary that says that it is cancelled, or that hands over between roles, names none at all.
 */
export function rolesIn(summary: string, words: RoleWords): string[] {
  let rest = plain(summary);
  const marks = new Map<string, string>();
  for (const [role, word] of [...words].toSorted(([, a], [, b]) => b.length - a.length)) {
    const mark = String.fromCodePoint(firstMark + marks.size);
    marks.set(role, mark);
    rest = replaceWord(rest, {word: plain(word), mark});
  }
  if (cancelled.some((word) => holds(rest, word))) return [];
  const parts = rest.split(/[,;、。\n]|\s[/|]\s/u).filter((part) => !nobody.some((word) => holds(part, word)));
  const named = [...words.keys()].filter((role) => parts.some((part) => isNamed(marks.get(role) ?? '', part)));
  return named.length > 1 && handover.some((word) => holds(rest, word)) ? [] : named;
}

const firstMark = 0xf0000;
const marksIn = /\p{Co}/gu;

const cancelled = ['cancelled', 'canceled', '中止'];
/** Words that say, wherever they stand in a part, that its shift has nobody. */
const nobody = [
  ['nobody', 'no one', 'no cover', 'none', 'vacant', 'unassigned', 'tbd', 'tba'],
  ['なし', 'はなし', '無し', 'は無し', 'いない', 'はいない', 'がいない', '不在', '欠員', '未定', '休み'],
].flat();
const handover = [
  ['handover', 'hand-over', 'hand over', 'handoff', 'hand-off', 'hand off', '→', '⇒', '->', '=>'],
  ['引き継ぎ', '引継ぎ', '引継', '交代', '交替'],
].flat();

/** Whether a role is named somewhere without a “no” before it. In front of a colon, a bracket or a spaced dash the name of a person may stand. */
function isNamed(mark: string, part: string): boolean {
  const [before, ...others] = part.split(mark);
  return others.length > 0 && !negation.test(before ?? '');
}

/** “No. 1” is a number. */
const negation = /(?<![\p{L}\p{M}\p{N}_])(no|not|without)(?![\p{L}\p{M}\p{N}_]|\.?\s*\d)(?:(?!\s[-–—]\s)[^:()])*$/u;

/** In one form for all widths and cases, and without the characters that stand for roles here. */
function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(marksIn, ' ');
}

function holds(text: string, word: string): boolean {
  return replaceWord(text, {word, mark: '\n'}) !== text;
}

/** The text with a mark wherever the word stood as a whole. */
function replaceWord(text: string, {word, mark}: {readonly word: string; readonly mark: string}): string {
  let rest = text;
  for (let at = rest.indexOf(word); at !== -1; at = rest.indexOf(word, at + 1)) {
    const [before, after] = [rest.slice(0, at), rest.slice(at + word.length)];
    if (!runOn(before, word) && !runOn(word, after)) rest = `${before}${mark}${after}`;
  }
  return rest;
}

/** Japanese has no spaces between words; a word of it ends where the script changes. */
const scripts = [/[\p{Script=Han}々]/u, /\p{Script=Hiragana}/u, /[\p{Script=Katakana}ー]/u, /[\p{L}\p{M}\p{N}_]/u];

/** Whether what follows goes on with the same word. */
function runOn(text: string, following: string): boolean {
  const last = /.$/su.exec(text)?.[0] ?? '';
  const next = /^./su.exec(following)?.[0] ?? '';
  const script = scripts.find((letters) => letters.test(last));
  return script !== undefined && script === scripts.find((letters) => letters.test(next));
}
