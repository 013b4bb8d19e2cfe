import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {parse} from 'yaml';
import {OpenSlo, Site} from '../catalog/contract.ts';
import {filesIn} from '../catalog/read-text.server.ts';
import {SlipError, type Slip} from '../catalog/slip.ts';
import {parseSources} from '../catalog/source.ts';
import {burnRules} from './burn-rules.ts';

const ending = /\.ya?ml$/;

/**
 * What `data/alerts/` should hold for the objectives of `data/slos/`, by file, and files of ours there that no objective asks for any more.
 * @throws {SlipError} when an objective cannot be read, or cannot be counted.
 */
export function generateRules(root: string): {readonly files: ReadonlyMap<string, string>; readonly left: readonly string[]} {
  const slips: Slip[] = [];
  const site = Site.parse(parse(readFileSync(join(root, 'data/site.yaml'), 'utf8'))).url.replace(/\/$/, '');
  const files = new Map<string, string>();
  for (const file of filesIn(root, 'data/slos', {ending}, slips)) {
    for (const source of parseSources(file, readFileSync(join(root, file), 'utf8'), slips)) {
      const slo = source.check(OpenSlo, slips);
      const burn = slo === undefined ? undefined : burnRules(slo, {file, site});
      if (burn?.kind === 'refused') slips.push({...source.place(['spec']), found: burn.found, expected: burn.expected});
      else if (slo !== undefined && burn !== undefined) files.set(`data/alerts/slo-${slo.metadata.name}.yaml`, burn.text);
    }
  }
  if (slips.length > 0) throw new SlipError(slips);
  const left = readdirSync(join(root, 'data/alerts'))
    .map((name) => `data/alerts/${name}`)
    .filter((file) => /\/slo-[^/]*\.yaml$/.test(file) && !files.has(file));
  return {files, left};
}
