import type {Language} from '../../catalog/contract.ts';
import type {BoardAgenda} from '../board/agenda.ts';
import type {Column, LastTry} from '../board/shapes.ts';

/** What a board shows besides its cards: the agendas, what is open, and the words of the pages in the reader's language. */
export interface BoardFacts {
  /** Those that a board can lead through. */
  readonly agendas: readonly BoardAgenda[];
  /** The Tries with which a new board opens. */
  readonly openTries: readonly OpenTry[];
  /** The day of the last retrospective whose Tries the register has, such as `2026-01-31`; empty before the first. */
  readonly lastRecorded: string;
  /** Teams and roles that can own a Try. */
  readonly owners: readonly string[];
  readonly texts: BoardTexts;
}

export interface OpenTry extends Pick<LastTry, 'id' | 'text' | 'owner' | 'check' | 'carried'> {
  readonly lang: Language;
}

/** Out of the pages that people read, so that a board and its guide say the same. What a team has taken out of a page is empty here. */
export interface BoardTexts {
  readonly background: readonly string[];
  readonly firstTime: readonly string[];
  readonly rules: readonly {readonly rule: string; readonly because: string}[];
  readonly prompts: Readonly<Partial<Record<Column, Prompt>>>;
  /** What the facilitator says, by the id of the box. */
  readonly script: Readonly<Record<string, readonly ScriptLine[]>>;
}

export interface Prompt {
  readonly ask: string;
  readonly poor: string;
  readonly better: string;
}

export interface ScriptLine {
  /** When to say it; undefined for what is said in any case. */
  readonly when?: string | undefined;
  readonly say: string;
}
