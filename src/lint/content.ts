import type {Code, Heading, Root} from 'mdast';
import {toString} from 'mdast-util-to-string';
import {visit} from 'unist-util-visit';
import type {Slip} from '../catalog/slip.ts';
import {parseSources, type Source} from '../catalog/source.ts';

/** The front matter of a page with its positions in the page; undefined when there is none or when it is not YAML. */
export function frontMatterOf(tree: Root, file: string, slips: Slip[] = []): Source | undefined {
  const yaml = tree.children[0];
  // One line before the front matter is its fence, so that positions are those of the file.
  return yaml?.type === 'yaml' ? parseSources(file, `\n${yaml.value}`, slips)[0] : undefined;
}

/** A field of the front matter, whether or not the rest of it is sound. */
export function field(frontMatter: Source | undefined, name: string): unknown {
  const value = frontMatter?.value;
  return typeof value === 'object' && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined;
}

export function kindOf(tree: Root): unknown {
  return field(frontMatterOf(tree, ''), 'kind');
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
    sections.push({depth: heading.depth, text: toString(heading).trim(), id: idOf(heading), line, column});
  });
  return sections;
}

function idOf(heading: Heading): string | undefined {
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

export function fencesOf(tree: Root): Fence[] {
  const fences: Fence[] = [];
  visit(tree, 'code', (node) => {
    const {line = 1, column = 1} = node.position?.start ?? {};
    fences.push({lang: node.lang ?? '', text: node.value, node, line, column});
  });
  return fences;
}

/** Fences that hold commands for a shell. */
export function shellFencesOf(tree: Root): Fence[] {
  return fencesOf(tree).filter(({lang}) => /^(sh|bash|shell|zsh)$/.test(lang));
}

/** Where the character `column` (from 0) of the line `line` (from 0) of a fence's text stands in the page. */
export function placeInFence(fence: Fence, line: number, column: number): {line: number; column: number} {
  return {line: fence.line + 1 + line, column: fence.column + column};
}
