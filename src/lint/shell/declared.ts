import type {Root} from 'mdast';
import {field, frontMatterOf} from '../content.ts';

/** A page that somebody follows with their hands: its commands are filled and run. */
export interface Followed {
  readonly kind: 'runbook' | 'procedure';
  /** Names of the parameters that it declares, and where. */
  readonly params: readonly {readonly name: string; readonly line: number; readonly column: number}[];
}

/** What a runbook or procedure declares; undefined for a page of another kind. Entries that are no parameters are left out: `page-front-matter` says so. */
export function followed(tree: Root): Followed | undefined {
  if (!pages.has(tree)) pages.set(tree, readFollowed(tree));
  return pages.get(tree);
}

/** Read once, because several rules ask. */
const pages = new WeakMap<Root, Followed | undefined>();

function readFollowed(tree: Root): Followed | undefined {
  const frontMatter = frontMatterOf(tree, '');
  const kind = field(frontMatter, 'kind');
  if (frontMatter === undefined || (kind !== 'runbook' && kind !== 'procedure')) return undefined;
  const params: unknown = field(frontMatter, 'params');
  if (!Array.isArray(params)) return {kind, params: []};
  return {
    kind,
    params: params.flatMap((param: unknown, at) => {
      const name: unknown = typeof param === 'object' && param !== null && 'name' in param ? param.name : undefined;
      if (typeof name !== 'string') return [];
      const {line, column} = frontMatter.place(['params', at, 'name']);
      return [{name, line, column}];
    }),
  };
}
