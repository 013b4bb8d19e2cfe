import type {Page} from '../../../src/lint/repository.ts';
import type {Random} from './random.ts';

/** A sound tree in a folder of its own. Faults are planted into it and taken out again. */
export interface Tree {
  readonly root: string;
  readonly pages: readonly Page[];
  /** Text of every file of data, by its path below the root. */
  readonly data: ReadonlyMap<string, string>;
}

export interface Fault {
  /** New texts; undefined removes the file. */
  readonly files: Readonly<Record<string, string | undefined>>;
  /** Where its rule has to speak: in this file, or in one of these. */
  readonly at: string | readonly string[] | RegExp;
  /** The first and the last line on which it may; any line without. */
  readonly lines?: readonly [number, number] | undefined;
}

/** What an edit of one file comes to. */
export interface Edit {
  readonly text: string;
  readonly lines?: readonly [number, number] | undefined;
  /** Where its rule speaks when not in this file. */
  readonly at?: RegExp;
}

interface Common {
  /** The rule that has to find it. */
  readonly rule: string;
  /** What is wrong then, for whoever reads what was missed. */
  readonly name: string;
  /** Rules that rightly speak of the same fault. */
  readonly explains?: readonly string[];
  /** Whether other faults cannot be judged beside it. */
  readonly alone?: boolean;
}

export interface PagePlanter extends Common {
  readonly kind: 'page';
  /** Undefined when the page has no place for the fault. */
  readonly plant: (page: Page, random: Random, tree: Tree) => Edit | Fault | undefined;
}

export interface DataPlanter extends Common {
  readonly kind: 'data';
  readonly plant: (tree: Tree, random: Random) => Fault | undefined;
}

export type Planter = PagePlanter | DataPlanter;

export function onPage(rule: string, name: string, plant: PagePlanter['plant'], more: Pick<Common, 'explains' | 'alone'> = {}): Planter {
  return {kind: 'page', rule, name, plant, ...more};
}

/** A fault of some file below `folder` of data, if `plant` finds a place in it. */
export function onData(
  {rule, name, folder, ...more}: Common & {readonly folder: string},
  plant: (text: string, random: Random, tree: Tree) => Edit | undefined,
): Planter {
  return {
    kind: 'data',
    rule,
    name,
    ...more,
    plant: (tree, random) => {
      const files = random.shuffle([...tree.data].filter(([file]) => file.startsWith(folder) && !file.includes('/tests/')));
      for (const [file, text] of files) {
        const edit = plant(text, random, tree);
        if (edit !== undefined) return {files: {[file]: edit.text}, at: edit.at ?? file, lines: edit.lines};
      }
      return undefined;
    },
  };
}
