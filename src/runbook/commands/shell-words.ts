import type {CommandArgument, WordPart} from 'unbash';

/** A word of a command, as far as it is known before a shell runs it. */
export interface KnownWord {
  /** Its whole text; undefined when something is expanded in it. */
  readonly text: string | undefined;
  /** The text before the first expansion. */
  readonly lead: string;
  /** Something is expanded outside of quotes: nobody knows how many words it becomes. */
  readonly splits: boolean;
}

export function knownWord(argument: CommandArgument): KnownWord {
  if (argument.type === 'Assignment') {
    if (argument.value.type !== 'Word') return {text: undefined, lead: `${argument.name}=`, splits: true};
    const {text, lead, splits} = knownWord(argument.value);
    const begin = `${argument.name}=`;
    return {text: text === undefined ? undefined : begin + text, lead: begin + lead, splits};
  }
  const {parts = [], value} = argument;
  if (parts.length === 0) return {text: value, lead: value, splits: false};
  const splits = parts.some((part) => fixedText(part) === undefined && part.type !== 'DoubleQuoted');
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
    return {text: undefined, lead, splits};
  }
  return {text: lead, lead, splits};
}

function fixedText(part: WordPart): string | undefined {
  switch (part.type) {
    case 'Literal':
    case 'SingleQuoted':
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
