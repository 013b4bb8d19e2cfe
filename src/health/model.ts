import type {Catalog, Service} from '../catalog/model.ts';
import type {Text} from '../catalog/shapes.ts';
import type {Registers} from '../registers/model.ts';
import type {Coverage} from '../runbook/coverage/contract.ts';
import type {Evidence} from '../runbook/evidence/contract.ts';
import type {Proof} from '../runbook/evidence/trust.ts';

/** What is looked at, in the order in which it is read. */
export const aspects = ['slo', 'recovery', 'versions', 'spof', 'operators', 'runbooks', 'exceptions', 'cost', 'toil'] as const;
export type Aspect = (typeof aspects)[number];

/**
 * Worst first, in the words of live state, so that the shapes are the same: `down` needs somebody now, `unknown` is vouched for by nobody,
 * `degraded` needs watching. `none`: there is nothing to look at, which is neither good nor bad.
 */
export const findingStates = ['down', 'unknown', 'degraded', 'ok', 'none'] as const;
export type FindingState = (typeof findingStates)[number];

/** What is known of one thing: a store, a version, an alert. */
export interface Finding {
  readonly state: FindingState;
  /** What it is about; undefined when the sentence names it. */
  readonly subject: Text | undefined;
  /** One sentence, which goes on after the subject. */
  readonly says: Text;
  /** The entry it rests on, such as `stores/lending-db`; undefined when there is none. */
  readonly from: string | undefined;
  /** Nothing is written down about it. */
  readonly isLacking: boolean;
  /** The day on which it becomes worse: of two that are equally bad, the nearer one stands first. */
  readonly due: string | undefined;
}

/** Figures of one thing over time, oldest first. */
export interface Trend {
  readonly title: Text;
  readonly unit: Text;
  readonly points: readonly {readonly at: string; readonly value: number}[];
}

/** What one aspect came to at one time. */
export interface Verdict {
  readonly state: FindingState;
  /** One line. */
  readonly finding: Text;
}

/** What the gateway is asked for, such as `slo:lending-api-availability`, and its name. */
export interface LiveOne {
  readonly id: string;
  readonly title: Text;
}

/** One aspect of the organisation or of a service. */
export interface Cell extends Verdict {
  readonly aspect: Aspect;
  /** Four weeks before; undefined where nothing keeps what was then. */
  readonly before: (Verdict & {readonly at: string}) | undefined;
  /** The rule by which it is judged. */
  readonly why: Text;
  /** Everything that it rests on, worst first. */
  readonly findings: readonly Finding[];
  readonly trends: readonly Trend[];
  /** The page that improves it, where its figures stand, such as `guidelines/slo#how-we-know`. */
  readonly improves: string;
  /** Live state: only the gateway can vouch for it, so that the state here is unknown. */
  readonly live: readonly LiveOne[];
}

/** The organisation, or one service. */
export interface Patient {
  readonly name: string;
  readonly title: Text;
  /** The Group that owns it; undefined for the organisation. */
  readonly owner: string | undefined;
  /** Such as `A`. */
  readonly level: string | undefined;
  readonly cells: readonly Cell[];
}

export interface HealthReport {
  /** The day on which everything is judged, such as `2026-11-22`. */
  readonly asOf: string;
  /** The day of the time before. */
  readonly before: string;
  readonly organisation: Patient;
  readonly services: readonly Patient[];
}

/** What health is judged by: nothing but `data/` and the pages of runbooks and procedures. */
export interface Known {
  readonly catalog: Catalog;
  readonly registers: Registers;
  readonly evidence: readonly Evidence[];
  readonly coverage: Coverage;
  /** Runbooks, with the hashes that their evidence is held against. */
  readonly runbooks: readonly {readonly page: string; readonly alerts: readonly string[]; readonly proof: Proof}[];
}

/** One look at one patient. */
export interface Look {
  /** What is dated later is not known yet. */
  readonly today: string;
  /** Undefined for the organisation, which is everything. */
  readonly service: Service | undefined;
}

/** How one aspect is judged. */
export interface Judge {
  /** The page that improves it. */
  readonly improves: string;
  /** At least one finding. */
  readonly look: (known: Known, look: Look) => readonly Finding[];
  /** Whether the entries still tell what was so on an earlier day. */
  readonly remembers: (known: Known, look: Look) => boolean;
  readonly trends?: (known: Known, look: Look) => readonly Trend[];
  readonly live?: (known: Known, look: Look) => readonly LiveOne[];
}
