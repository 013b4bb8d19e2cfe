import {plainLine} from '../record/plain.ts';

/** One line of an evening meeting. */
export interface Line {
  readonly id: string;
  /** `2026-01-31` */
  readonly day: string;
  /** Where it will wait for the next retrospective; undefined for what only stays in the log. */
  readonly column?: 'keep' | 'problem' | undefined;
  readonly text: string;
  /** The day on which a retrospective took it. */
  readonly taken?: string | undefined;
}

/** Characters. Longer than what one says in a breath. */
export const longestLine = 400;

/** `K …`, `P: …`, also in full-width letters; small letters only with a colon, for a sentence may begin with them. */
const marked = /^(?:([KPＫＰ])(?:\s*[:：]\s*|\s+)|([kpｋｐ])\s*[:：]\s*)(.+)$/u;

/** What somebody typed, as a mark and words. Undefined when there are no words. */
export function parseLine(typed: string): Pick<Line, 'column' | 'text'> | undefined {
  const line = plainLine(typed.slice(0, longestLine));
  const [, large, small, text] = marked.exec(line) ?? [];
  if (text !== undefined) return {column: /[KＫ]/i.test(large ?? small ?? '') ? 'keep' : 'problem', text};
  return line === '' || /^[KPkpＫＰｋｐ]\s*[:：]?$/u.test(line) ? undefined : {text: line};
}

/** As it stands in the log: `K the handover named the one open page`. */
export function sayLine({column, text}: Pick<Line, 'column' | 'text'>): string {
  return column === undefined ? text : `${column === 'keep' ? 'K' : 'P'} ${text}`;
}

/** As a list in Markdown, oldest first; what stands in a line means nothing there but itself. */
export function toMarkdown(lines: readonly Line[]): string {
  return lines.map((line) => `- ${line.day} ${escape(sayLine(line))}\n`).join('');
}

/** Addresses stay as they are: a backslash would become a part of them. */
function escape(text: string): string {
  return text
    .split(/(https?:\/\/\S+)/)
    .map((part, n) => (n % 2 === 1 ? part : part.replace(/[\\`*_{}<>[\]#|~$&!]/g, String.raw`\$&`)))
    .join('');
}
