import type {Word, WordPart} from 'unbash';

/** A word of a command, as far as it is known before a shell runs it. */
export interface KnownWord {
  /** Its whole text; undefined when something is expanded in it. */
  readonly text: string | undefined;
  /** The text before the first expansion. */
  readonly lead: string;
}

export function knownWord({parts, value}: Word): KnownWord {
  if (parts === undefined) return {text: value, lead: value};
  let lead = '';
  for (const part of parts) {
    const text = fixedText(part);
    if (text !== undefined) {
      lead += text;
      continue;
    }
    if (part.type === 'DoubleQuoted') {
      for (const child of part.parts) {
        if (child.type !== 'Literal') break;
        lead += child.value;
      }
    }
    return {text: undefined, lead};
  }
  return {text: lead, lead};
}

function fixedText(part: WordPart): string | undefined {
  switch (part.type) {
    case 'Literal':
    case 'SingleQuoted':
    case 'AnsiCQuoted':
      return part.value;
    case 'Glob':
      return part.kind === 'bracket' ? undefined : part.text;
    case 'DoubleQuoted':
      return part.parts.every((child) => child.type === 'Literal')
        ? part.parts.map((child) => ('value' in child ? child.value : '')).join('')
        : undefined;
    default:
      return undefined;
  }
}

/** The name by which a program is known: without its folder, and without its version as in `python3.11`. */
export function programName(word: string): string {
  const base = word.slice(word.lastIndexOf('/') + 1);
  return /^([a-z]{3,}?)-?\d+(?:\.\d+)*$/.exec(base)?.[1]?.replace(/^base$/, 'base64') ?? base;
}
