import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {readText} from '../catalog/read-text.server.ts';
import {SlipError, type Slip} from '../catalog/slip.ts';
import {parseSources, type Read} from '../catalog/source.ts';
import {Glossary} from './contract.ts';

const file = 'data/glossary.yaml';

/**
 * Reads `data/glossary.yaml` below `root`, with the places of everything in it; undefined when there is none.
 * @throws {SlipError} with every slip.
 */
export function readGlossary(root: string): Read<Glossary> | undefined {
  if (!existsSync(join(root, file))) return undefined;
  const slips: Slip[] = [];
  const text = readText(root, file, slips);
  if (text === undefined) throw new SlipError(slips);
  const [source, second] = parseSources(file, text, slips);
  if (second !== undefined) slips.push({...second.place([]), found: 'a second document', expected: 'one'});
  if (source === undefined && slips.length === 0)
    slips.push({file, line: 1, column: 1, found: 'nothing in the file', expected: 'the key terms'});
  const value = source?.check(Glossary, slips);
  if (source === undefined || value === undefined || slips.length > 0) throw new SlipError(slips);
  return {source, value};
}
