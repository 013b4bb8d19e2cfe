import {refusals, type Answer, type Ask, type NumberedAsk} from '../board/wire.ts';

export type You = Extract<Answer, {kind: 'you'}>;
export type Reply = Exclude<Answer, You>;

/** Asks that wait for the server's answer. */
export interface Asks {
  /** Undefined when no answer came, in ten seconds unless told. */
  readonly ask: (ask: Ask, within?: number) => Promise<Reply | undefined>;
  readonly hear: (answer: Reply) => void;
  /** No answers come any more. */
  readonly drop: () => void;
}

const patience = 10_000;

export function createAsks(send: (payload: string) => void): Asks {
  const waiting = new Map<number, (reply: Reply | undefined) => void>();
  let last = 0;
  return {
    ask: (ask, within = patience) => {
      const number = ++last;
      return new Promise((resolve) => {
        const timer = setTimeout(() => answer(undefined), within);
        const answer = (reply: Reply | undefined): void => {
          clearTimeout(timer);
          waiting.delete(number);
          resolve(reply);
        };
        waiting.set(number, answer);
        send(JSON.stringify({...ask, number} satisfies NumberedAsk));
      });
    },
    hear: (reply) => waiting.get(reply.to)?.(reply),
    drop: () => {
      for (const answer of waiting.values()) answer(undefined);
    },
  };
}

/** What the server has said. Undefined for what this page does not know: the server may be newer. */
export function readAnswer(payload: string): Answer | undefined {
  let value: unknown;
  try {
    value = JSON.parse(payload);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const {kind, member, now, to, why, hasKey} = value as Record<string, unknown>;
  if (kind === 'you' && typeof member === 'string' && typeof now === 'number') return {kind, member, now, hasKey: hasKey === true};
  if (kind === 'done' && typeof to === 'number' && typeof now === 'number') return {kind, to, now};
  if (kind === 'refused' && typeof to === 'number' && typeof why === 'string')
    return {kind, to, why: refusals.find((known) => known === why) ?? 'malformed'};
  return undefined;
}
