import type {Text} from '../catalog/shapes.ts';
import {both} from './both.ts';
import type {Aspect, Finding, FindingState} from './model.ts';

interface Found {
  readonly state: FindingState;
  /** What it is about; undefined when the sentence names it. */
  readonly subject?: Text | undefined;
  /** The entry it rests on, such as `stores/lending-db`. */
  readonly from?: string | undefined;
  /** The day on which it becomes worse. */
  readonly due?: string | undefined;
}

/** A finding with its sentence in every language. */
export function find({state, subject, from, due}: Found, say: Parameters<typeof both>[0]): Finding {
  return {state, subject, says: both(say), from, isLacking: false, due};
}

/** Nothing is written down: unknown, which is never green. */
export function lack(aspect: Aspect, subject: Text): Finding {
  return {
    state: 'unknown',
    subject,
    says: both((say) => `${say.lacking[aspect]}${say.stop}`),
    from: undefined,
    isLacking: true,
    due: undefined,
  };
}
