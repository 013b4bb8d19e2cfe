import {basename} from 'node:path';
import {filesIn, readText} from '../../catalog/read-text.server.ts';
import {SlipError, type Slip} from '../../catalog/slip.ts';
import {parseSources, type Source} from '../../catalog/source.ts';
import {EvidenceRecord, type Evidence} from './contract.ts';
import {noSteps} from './hashes.ts';
import {evidenceSlug, type EvidenceFacts} from './text.ts';

const folder = 'data/evidence';

interface Options {
  /** Every page that may have evidence, such as `runbooks/pod-crash-looping`. */
  readonly pages: ReadonlySet<string>;
  /** Milliseconds. */
  readonly now?: number;
}

/** The clock of whoever wrote a file may be ahead of ours. */
const slack = 3_600_000;

/**
 * Reads `data/evidence/`, oldest first.
 * @throws {SlipError} with every slip of every file: a field that is unknown or wrong, a page that does not exist, a name that does not fit what
 * the file says, a moment that is yet to come.
 */
export function readEvidence(root: string, {pages, now = Date.now()}: Options): Evidence[] {
  const slips: Slip[] = [];
  const evidence = filesIn(root, folder, {ending: /\.ya?ml$/}, slips).flatMap((file) => {
    const before = slips.length;
    const text = readText(root, file, slips);
    const [source, second] = text === undefined ? [] : parseSources(file, text, slips);
    if (source === undefined) {
      if (slips.length === before) slips.push({file, line: 1, column: 1, found: 'nothing in the file', expected: 'a use of a page'});
      return [];
    }
    if (second !== undefined) slips.push({...second.place([]), found: 'a second document', expected: 'one'});
    const facts = source.check(EvidenceRecord, slips);
    if (facts === undefined) return [];
    const at = momentOf(file);
    slips.push(...slipsOf(facts, {source, at, pages, now}));
    return at === undefined ? [] : [{...facts, file, at}];
  });
  if (slips.length > 0) throw new SlipError(slips);
  return evidence;
}

/** `2026-11-10T03:12Z` from `2026-11-10T0312Z-….yaml`; undefined when there is no such minute. */
function momentOf(file: string): string | undefined {
  const [, day, hour, minute] = /^(\d{4}-\d\d-\d\d)T(\d\d)(\d\d)Z-/.exec(basename(file)) ?? [];
  const at = `${day}T${hour}:${minute}Z`;
  // The 30th of February is read as the 2nd of March.
  const time = new Date(at);
  return Number.isNaN(time.getTime()) || !time.toISOString().startsWith(at.slice(0, -1)) ? undefined : at;
}

interface Around extends Required<Options> {
  readonly source: Source;
  readonly at: string | undefined;
}

function slipsOf({page, steps}: EvidenceFacts, {source, at, pages, now}: Around): Slip[] {
  const slips: Slip[] = [];
  const name = basename(source.file);
  const end = `Z-${evidenceSlug(page)}.yaml`;
  const start = source.place([]);
  if (at === undefined || name.slice('2026-11-10T0312'.length) !== end)
    slips.push({...start, found: `the name ${name}`, expected: `the minute in UTC and the page, such as 2026-11-10T0312${end}`});
  if (at !== undefined && Date.parse(at) > now + slack)
    slips.push({...start, found: `${at}, which is yet to come`, expected: 'a past moment'});
  if (!pages.has(page))
    slips.push({
      ...source.place(['page']),
      found: `the page ${JSON.stringify(page)}`,
      expected: 'a runbook or procedure; when it moved, write its new path here and into the name of the file',
    });
  if (steps === noSteps)
    slips.push({...source.place(['steps']), found: 'the hash of a page without steps', expected: 'steps: nothing else can be proven'});
  return slips;
}
