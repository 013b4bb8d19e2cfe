import {readFileSync} from 'node:fs';
import {basename} from 'node:path';
import * as z from 'zod';
import {parseSources} from '../../catalog/source.ts';
import type {PageFact} from './contract.ts';
import {CommandError} from '../../command/command-error.ts';
import {filesBelow} from './files-below.server.ts';
import {pathKey} from './link.ts';

const Names = z.array(z.string().min(1)).optional().catch(undefined);
const Matter = z.looseObject({alerts: Names, aliases: Names}).catch({});

/**
 * Reads a tree of runbooks in Markdown, whoever wrote it. A page is written for the alerts that its front matter lists or, without such a list, for
 * the one that its file is named after. `_index.md`, `index.md` and `README.md` are no runbooks; where the tree has a folder `runbooks`, pages beside
 * it are none either.
 * @throws {CommandError} when there is no such folder, or no runbook in it.
 */
export function readPageTree(folder: string): PageFact[] {
  const files = filesBelow(folder, /\.mdx?$/i).filter(({below}) => !/^(?:_.*|index|readme)\.mdx?$/i.test(basename(below)));
  const inside = files.filter(({below}) => /(?:^|\/)runbooks\//i.test(below));
  const pages = (inside.length > 0 ? inside : files).map(({file, below, path}) => {
    const text = readFileSync(path, 'utf8');
    const name = basename(below).replace(/\.mdx?$/i, '');
    const {alerts = [spelt(name, text)], aliases = []} = matterOf(file, text);
    return {runbook: name.toLowerCase(), file, path: pathKey(below.replace(/^(?:.*\/)?runbooks\//i, '')), alerts, aliases, text};
  });
  if (pages.length === 0) throw new CommandError(`no runbook in ${folder}`);
  return pages;
}

function matterOf(file: string, text: string): z.output<typeof Matter> {
  const yaml = /^---\r?\n([\s\S]*?\r?\n)---\r?\n/.exec(text)?.[1];
  return yaml === undefined ? {} : Matter.parse(parseSources(file, yaml, [])[0]?.value);
}

/** A file named in lower case, with the capitals that its heading has. */
function spelt(name: string, text: string): string {
  const heading = /^#\s+(.+?)\s*$/m.exec(text)?.[1]?.replaceAll(/\s+/g, '');
  return heading?.toLowerCase() === name.toLowerCase() ? heading : name;
}
