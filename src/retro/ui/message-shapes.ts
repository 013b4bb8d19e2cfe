import type {Language} from '../../catalog/contract.ts';
import type {Column, Outcome} from '../board/shapes.ts';
import type {AskRefusal} from '../board/wire.ts';
import type {OpenBoard, Saved, ShareFault} from '../store/board-store.ts';
import type {Wanted} from './boxes/missing.ts';

/** Words for each of a closed set, so that a language which lacks one does not compile. */
export interface Records {
  readonly columns: Readonly<Record<Column, string>>;
  readonly languages: Readonly<Record<Language, string>>;
  readonly lives: Readonly<Record<OpenBoard['life'], string>>;
  readonly saved: Readonly<Record<Saved, string>>;
  readonly outcomes: Readonly<Record<Outcome, string>>;
  readonly missing: Readonly<Record<Wanted, string>>;
  readonly faults: Readonly<Record<ShareFault, string>>;
}
export type Refusal = Readonly<Record<AskRefusal, string>>;
