import {OpenSlo} from '../catalog/contract.ts';
import {twice} from '../catalog/names.ts';
import {parseSome, readSite} from '../catalog/read-catalog.server.ts';
import {filesIn, readText} from '../catalog/read-text.server.ts';
import {SlipError, type Slip} from '../catalog/slip.ts';
import {burnRules, mark} from './burn-rules.ts';

const ending = /\.ya?ml$/;

/**
 * What `data/alerts/` should hold for the objectives of `data/slos/`, by file, and files of ours there that no objective asks for any more.
 * @throws {SlipError} when an objective cannot be read, or cannot be counted.
 */
export function generateRules(root: string): {readonly files: ReadonlyMap<string, string>; readonly left: readonly string[]} {
  const slips: Slip[] = [];
  const site = readSite(root).url.replace(/\/$/, '');
  const files = new Map<string, string>();
  const names = new Set<string>();
  for (const file of filesIn(root, 'data/slos', {ending}, slips)) {
    const text = readText(root, file, slips);
    for (const source of text === undefined ? [] : parseSome(file, text, slips)) {
      const slo = source.check(OpenSlo, slips);
      if (slo === undefined) continue;
      const {name} = slo.metadata;
      if (names.has(name)) slips.push(twice(source.place(['metadata', 'name']), `SLO ${name}`));
      names.add(name);
      const burn = burnRules(slo, {file, site});
      if (burn?.kind === 'refused') slips.push({...source.place(burn.path), found: burn.found, expected: burn.expected});
      else if (burn !== undefined) files.set(`data/alerts/slo-${name}.yaml`, burn.text);
    }
  }
  const left = filesIn(root, 'data/alerts', {ending, without: /^tests$/}, slips).filter(
    (file) => !files.has(file) && readText(root, file, slips)?.startsWith(`# ${mark} `) === true,
  );
  if (slips.length > 0) throw new SlipError(slips);
  return {files, left};
}
