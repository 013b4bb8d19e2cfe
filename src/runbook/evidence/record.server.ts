import {mkdirSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {CommandError, UsageError} from '../../command/command-error.ts';
import {readWords} from '../../command/run-command.server.ts';
import {readCatalog} from '../../catalog/read-catalog.server.ts';
import {nearest} from '../../search/near.ts';
import {readSteps} from '../steps/read-steps.ts';
import {EvidenceRecord} from './contract.ts';
import {findPages} from './find-page.ts';
import {noSteps} from './hashes.ts';
import {proofOf, readUsablePages, type UsablePage} from './pages.server.ts';
import {answerTo, questionsFor, type Questions, type Told} from './questions.ts';
import {evidenceFile, evidenceText} from './text.ts';

export const usage =
  'npm run evidence -- AlertName|page-slug [--kind drill] [--by sre-primary] [--outcome worked] [--minutes 12] [--note "…"] [--lang en]';

interface Around {
  /** Asks somebody at a terminal; undefined where nobody sits at one. */
  readonly ask: ((question: string) => Promise<string>) | undefined;
  readonly now: Date;
}

/**
 * Records one use of a page as a new file of `data/evidence/`, with the hashes of what the page and its alerts say now. Nothing is ever
 * overwritten.
 *
 * @returns what was written, for the terminal.
 * @throws {CommandError} naming everything that is missing or wrong; nothing is written then.
 * @throws {SlipError} when `data/` or a runbook cannot be read.
 */
export async function recordUse(root: string, args: readonly string[], {ask, now}: Around): Promise<string> {
  const {name, given} = readArguments(args);
  const catalog = readCatalog(root);
  const {languages} = catalog.site;
  const roles = [...new Set([...catalog.teams.values()].flatMap(({members}) => members))].toSorted();
  const questions = questionsFor({roles, known: languages});
  // Before the first question: nobody answers six of them to hear that there is no such page.
  const defaultLanguage = languages[0] ?? 'en';
  pageNamed(name, readUsablePages(root, defaultLanguage));
  const told = await tell(questions, given, {ask, fallback: {note: '', ...(languages.length === 1 && {lang: defaultLanguage})}});

  // The page as it was read, in the language of whoever read it.
  const page = pageNamed(name, readUsablePages(root, told.lang));
  const proof = proofOf(page, catalog);
  if (proof.steps === noSteps) throw new CommandError(`${page.file} has no <Step>: there is nothing that a use could prove`);
  const {data, error} = EvidenceRecord.safeParse({page: page.page, ...told, ...proof});
  if (data === undefined)
    throw new CommandError(error.issues.map(({path, message}) => `--${path.join('.')}: expected ${message}`).join('\n'));
  const file = evidenceFile(page.page, now);
  write(join(root, file), evidenceText(data), file);
  const steps = readSteps(page.text, page.file).length;
  const rules = page.alerts.map((alert) => `${alert} (${catalog.alerts.get(alert)?.rules.length ?? 0})`);
  return [
    `wrote ${file}`,
    `  steps ${proof.steps}  ${steps} of ${page.file}`,
    `  alert ${proof.alert}  rules of ${rules.length === 0 ? 'no alert' : rules.join(', ')}`,
    '',
  ].join('\n');
}

type Given = Readonly<Partial<Record<keyof Told, string>>>;

function readArguments(args: readonly string[]): {name: string; given: Given} {
  const text = {type: 'string'} as const;
  const {values, positionals} = readWords(args, {
    allowPositionals: true,
    options: {kind: text, by: text, outcome: text, minutes: text, note: text, lang: text},
  });
  const [name, second] = positionals;
  if (name === undefined || second !== undefined) throw new UsageError('expected one alert or page');
  return {name, given: values};
}

function pageNamed(name: string, pages: readonly UsablePage[]): UsablePage {
  const [page, second] = findPages(pages, name);
  if (page === undefined) {
    const names = pages.flatMap((candidate) => [candidate.page, ...candidate.alerts, ...candidate.aliases]);
    const near = nearest(name, names).map((found) => found.name);
    const like = near.length === 0 ? '' : `, such as ${near.join(', ')}`;
    throw new CommandError(`unexpected ${JSON.stringify(name)}, expected the name of an alert with a runbook, or of a page${like}`);
  }
  if (second !== undefined) throw new CommandError(`${JSON.stringify(name)} is ${page.page} and ${second.page}: name it with its folder`);
  return page;
}

interface Telling {
  readonly ask: Around['ask'];
  readonly fallback: Given;
}

/** Takes what was given, asks for the rest, and gathers everything that is wrong. */
async function tell(questions: Questions, given: Given, {ask, fallback}: Telling): Promise<Told> {
  const told: Partial<Record<keyof Told, unknown>> = {};
  const problems: string[] = [];
  const keys = Object.keys(questions) as (keyof Told)[];
  for (const key of keys) {
    const text = given[key] ?? (ask === undefined || key === 'lang' ? fallback[key] : undefined);
    if (text === undefined) continue;
    told[key] = answerTo(questions[key], text);
    if (told[key] === undefined) problems.push(`--${key}: unexpected ${JSON.stringify(text)}, expected ${questions[key].expected}`);
  }
  if (ask === undefined)
    for (const key of keys) if (!(key in told)) problems.push(`--${key} is missing, expected ${questions[key].expected}`);
  if (problems.length > 0) throw new UsageError(problems.join('\n'));
  if (ask === undefined) return told as Told;
  for (const key of keys) {
    // Whatever did not simply work needs its sentence.
    const enough = (answer: unknown): boolean => answer !== undefined && (key !== 'note' || answer !== '' || told.outcome === 'worked');
    if (!enough(told[key])) told[key] = await insist(questions[key], {ask, enough});
  }
  return told as Told;
}

/** Asks until there is an answer. */
async function insist(
  question: Questions[keyof Told],
  {ask, enough}: {ask: NonNullable<Around['ask']>; enough: (answer: unknown) => boolean},
): Promise<unknown> {
  for (;;) {
    const answer = answerTo(question, await ask(`${question.ask} (${question.expected}) `));
    if (enough(answer)) return answer;
  }
}

function write(path: string, text: string, file: string): void {
  mkdirSync(dirname(path), {recursive: true});
  try {
    writeFileSync(path, text, {flag: 'wx'});
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new CommandError(`${file} is there already: one use of a page a minute`, {cause: error});
  }
}
