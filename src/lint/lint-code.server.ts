import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {runKnip} from './engines/knip.ts';
import {runOxlint} from './engines/oxlint.ts';
import {runPrettier} from './engines/prettier.ts';
import type {Finding} from './finding.ts';
import type {Scope} from './scope.server.ts';

const code = /\.[cm]?[jt]sx?$/;

/** The engine's own code, and the form of every file. A folder without package.json holds no code: then only the content is checked. */
export async function lintCode({root, files, isWhole}: Scope): Promise<{findings: Finding[]; tools: string[]}> {
  if (!existsSync(join(root, 'package.json'))) return {findings: [], tools: []};
  const sources = files.filter((file) => code.test(file));
  // Whether anything uses a file shows in all files only, and nothing but code and its lists can change that.
  const isCode = sources.length > 0 || files.includes('package.json') || files.includes('knip.json');
  const [form, oxlint, knip] = await Promise.all([
    runPrettier(root, files),
    sources.length > 0 ? runOxlint(root, isWhole ? [] : sources) : [],
    isCode ? runKnip(root) : [],
  ]);
  return {
    findings: [...form, ...oxlint, ...knip],
    tools: ['prettier', ...(sources.length > 0 ? ['oxlint'] : []), ...(isCode ? ['knip'] : [])],
  };
}
