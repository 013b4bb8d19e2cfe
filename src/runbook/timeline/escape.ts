/** Words that stay words in Markdown and in MDX: what somebody typed at 3 a.m. must not stop the build of the postmortem. */

// Followed by a space or nothing: an address takes in the backslash of an escaped sign behind it.
const address = /https?:\/\/[^\s<>{}[\]()`*|\\"';。、，）」]+(?=\s|$)/g;

/** One line. Addresses stay addresses, and become links. */
export function escapeLine(line: string): string {
  const clean = line.replace(/\p{Cc}/gu, ' ').trim();
  let escaped = '';
  let from = 0;
  for (const {0: found, index} of clean.matchAll(address)) {
    escaped += escapeWords(clean.slice(from, index)) + found;
    from = index + found.length;
  }
  return (escaped + escapeWords(clean.slice(from))).replace(/^(\d+)([.)])/, '$1\\$2').replace(/^[-+=:]/, String.raw`\$&`);
}

/** Lines stay lines; empty ones go, for they would end the list that the words stand in. */
export function escapeLines(text: string, indent: string): string {
  return linesOf(text).map(escapeLine).filter(Boolean).join(` \\\n${indent}`);
}

/** A fence that is longer than any within. */
export function fence(text: string, {lang, indent = ''}: {readonly lang: string; readonly indent?: string}): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const ticks = '`'.repeat(longest + 1);
  return [`${ticks}${lang}`, ...linesOf(text), ticks].map((line) => (line === '' ? '' : indent + line)).join('\n');
}

function linesOf(text: string): string[] {
  return text.replace(/\r\n?|[\u2028\u2029]/g, '\n').split('\n');
}

/** A colon before a letter would begin a directive; `://` and `www.` an address that does not know where it ends. */
function escapeWords(text: string): string {
  return text.replace(/[\\`*_{}<>[\]()#!|~&$]|:(?=[\p{L}:/])|(?<=www)\./giu, String.raw`\$&`);
}
