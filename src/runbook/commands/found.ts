import type {Place} from './contract.ts';

/** What a language finds in a fence. Offsets from 0. */
export interface Found {
  readonly places: readonly Place[];
  readonly slips: readonly {readonly at: number; readonly found: string; readonly expected: string}[];
}

export interface Mention {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** Every `$NAME` and `${NAME}` of a declared parameter, wherever it stands. */
export function mentions(text: string, params: readonly string[]): Mention[] {
  return [...text.matchAll(/\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))/g)].flatMap(({0: whole, 1: braced, 2: plain, index}) => {
    const name = braced ?? plain ?? '';
    return params.includes(name) ? [{name, from: index, to: index + whole.length}] : [];
  });
}

/** Places of a text that is left alone, for one reason. */
export function untouched(text: string, {params, why}: {readonly params: readonly string[]; readonly why: string}): Place[] {
  return mentions(text, params).map((mention) => ({...mention, context: 'never', why}));
}
