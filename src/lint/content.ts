import type {Code, Heading, Root} from 'mdast';
import {toString} from 'mdast-util-to-string';
import {visit} from 'unist-util-visit';
import type {Slip} from '../catalog/slip.ts';
import {parseSources, type Source} from '../catalog/source.ts';

/** The front matter of a page with its positions in the page; undefined when there is none or when it is not YAML. */
export function frontMatterOf(tree: Root, file: string, slips: Slip[] = []): Source | undefined {
  const known = parsed.get(tree);
  const read = known?.file === file ? known : readFrontMatter(tree, file);
  parsed.set(tree, read);
  slips.push(...read.slips);
  return read.source;
}

interface FrontMatterRead {
  readonly file: string;
  readonly source: Source | undefined;
  readonly slips: readonly Slip[];
}

/** Most rules ask for it, and YAML with its places costs as much as the rest of a rule. */
const parsed = new WeakMap<Root, FrontMatterRead>();

function readFrontMatter(tree: Root, file: string): FrontMatterRead {
  const [yaml] = tree.children;
  const slips: Slip[] = [];
  // One line before the front matter is its fence, so that positions are those of the file.
  return {file, source: yaml?.type === 'yaml' ? parseSources(file, `\n${yaml.value}`, slips)[0] : undefined, slips};
}

/** The same, of the page's text: without its tree, which costs far more. */
export function frontMatterOfText(text: string, file: string, slips: Slip[] = []): Source | undefined {
  const yaml = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)(?<=\n)---[ \t]*(?:\r?\n|$)/.exec(text)?.[1];
  return yaml === undefined ? undefined : parseSources(file, `\n${yaml}`, slips)[0];
}

/** A field of the front matter, whether or not the rest of it is sound. */
export function field(frontMatter: Source | undefined, name: string): unknown {
  const value = frontMatter?.value;
  return typeof value === 'object' && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined;
}

export function kindOf(tree: Root): unknown {
  return field((parsed.get(tree) ?? readFrontMatter(tree, '')).source, 'kind');
}

export interface Section {
  readonly depth: number;
  readonly text: string;
  /** From `{/* #id *\/}` after the text. */
  readonly id: string | undefined;
  readonly line: number;
  readonly column: number;
}

export function sectionsOf(tree: Root): Section[] {
  const sections: Section[] = [];
  visit(tree, 'heading', (heading) => {
    const {line = 1, column = 1} = heading.position?.start ?? {};
    const words = heading.children.filter(({type}) => type !== 'mdxTextExpression');
    sections.push({depth: heading.depth, text: toString(words).trim(), id: idOf(heading), line, column});
  });
  return sections;
}

/** The id of a heading, from `{/* #id *\/}` after its text. */
export function idOf(heading: Heading): string | undefined {
  const last = heading.children.at(-1);
  return last?.type === 'mdxTextExpression' ? /^\/\*\s*#([^\s*]+)\s*\*\/$/.exec(last.value)?.[1] : undefined;
}

export interface Fence {
  readonly lang: string;
  readonly text: string;
  readonly node: Code;
  readonly line: number;
  readonly column: number;
}

const fencesKnown = new WeakMap<Root, readonly Fence[]>();

/** Every fence, in order. Looked for once in each tree, because many rules ask. */
export function fencesOf(tree: Root): readonly Fence[] {
  const known = fencesKnown.get(tree);
  if (known !== undefined) return known;
  const fences: Fence[] = [];
  visit(tree, 'code', (node) => {
    const {line = 1, column = 1} = node.position?.start ?? {};
    fences.push({lang: node.lang ?? '', text: node.value, node, line, column});
  });
  fencesKnown.set(tree, fences);
  return fences;
}

/** Where the character `column` (from 0) of the line `line` (from 0) of a fence's text stands in the page. */
export function placeInFence(fence: Fence, line: number, column: number): {line: number; column: number} {
  return {line: fence.line + 1 + line, column: fence.column + column};
}

/** Where an offset (from 0) of a fence's text stands in the page. */
export function offsetInFence(fence: Fence, offset: number): {line: number; column: number} {
  const before = fence.text.slice(0, offset).split('\n');
  return placeInFence(fence, before.length - 1, before.at(-1)?.length ?? 0);
}
