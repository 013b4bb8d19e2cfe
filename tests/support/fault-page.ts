import {readFileSync, writeFileSync} from 'node:fs';
import {cpus, loadavg} from 'node:os';
import {format, resolveConfig} from 'prettier';
import type {Language} from '../../src/catalog/contract.ts';
import {sayState} from '../../src/live/messages.ts';
import {states} from '../../src/live/state.ts';
import type {Fault, Naive, Outcome, Said} from './fault-table.ts';

/** Where the fault table stands in each language. The prose is written there; this file writes the tables and the line above each. */
const pages: Readonly<Record<Language, string>> = {
  en: 'docs/reference/fault-table.mdx',
  ja: 'i18n/ja/docusaurus-plugin-content-docs/current/reference/fault-table.mdx',
};
const languages = ['en', 'ja'] as const satisfies readonly Language[];

/** With what the faults were run, such as `Prometheus 2.42.0`. */
export interface Run {
  readonly with: readonly string[];
}

const heads: Readonly<Record<Language, readonly string[]>> = {
  en: ['Fault', 'Naive page', 'Firing alert', 'Quiet alerts', 'Figures', 'Shown after', 'Samples', 'False greens', 'Right again after'],
  ja: ['障害', '素朴なページ', '発報中のアラート', '静かなアラート', '数値', '表示まで', '観測回数', '偽の緑', '復旧まで'],
};
/** How many columns hold what must be; the others hold what was measured. */
const promised = 5;
const naiveWords: Readonly<Record<Naive, Readonly<Record<Language, string>>>> = {
  green: {en: '**Green**', ja: '**緑**'},
  red: {en: 'Red', ja: '赤'},
  'no answer': {en: 'No answer', ja: '応答なし'},
  'its last picture': {en: '**Its last picture**', ja: '**最後の表示のまま**'},
};
const runLine: Readonly<Record<Language, RegExp>> = {en: /^Run on \d.*$/m, ja: /^\d{4}年.*に実行.*$/m};

/** Puts what was measured of one fault into its row on both pages, and gives every fault without a row an empty one. */
export async function writeRow(
  fault: Fault,
  {outcome, run, all}: {readonly outcome: Outcome; readonly run: Run; readonly all: readonly Fault[]},
): Promise<void> {
  for (const language of languages) {
    const file = pages[language];
    let text = readFileSync(file, 'utf8');
    const figures = new Map(rowsOf(text).map(([name = '', ...cells]) => [name, cells.slice(promised - 1)]));
    figures.set(fault.name[language], measured(outcome, language));
    for (const section of new Set(all.map((one) => one.section))) {
      const rows = all
        .filter((one) => one.section === section)
        .map((one) => [...expectations(one, language), ...(figures.get(one.name[language]) ?? ['–', '–', '–', '–'])]);
      const table = [heads[language], heads[language].map((_, n) => (n < promised ? '---' : '--:')), ...rows];
      const old = sectionOf(section, text);
      const ran = section === fault.section ? sayRun(run, language) : (runLine[language].exec(old)?.[0] ?? '');
      text = text.replace(old, () =>
        withBlock(old, {language, block: `${ran}\n\n${table.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`}),
      );
    }
    writeFileSync(file, await format(text, {...(await resolveConfig(file)), filepath: file}));
  }
}

/**
 * Checks that both pages have this fault with what must be shown of it.
 * @throws when one has not.
 */
export function checkRow(fault: Fault): void {
  for (const language of languages) {
    const expected = expectations(fault, language);
    const found = rowsOf(readFileSync(pages[language], 'utf8')).find(([name]) => name === expected[0]);
    if (found === undefined || expected.some((cell, n) => found[n] !== cell)) {
      throw new Error(
        `${pages[language]}: found ${found === undefined ? 'no row' : found.slice(0, promised).join(' | ')}, expected ${expected.join(' | ')}. Run UPDATE_FAULT_TABLE=1 npm run integration -- faults`,
      );
    }
  }
}

/** The names of the faults that a page lists, in its order. */
export function listedFaults(language: Language): string[] {
  return rowsOf(readFileSync(pages[language], 'utf8')).map(([name = '']) => name);
}

function expectations({name, naive, fired, quiet, figures}: Fault, language: Language): string[] {
  return [name[language], naiveWords[naive][language], ...[fired, quiet, figures].map((says) => said(says, language))];
}

function said(says: Said, language: Language): string {
  const [word, reason] = says.split(': ');
  const state = states.find((one) => one === word) ?? 'unknown';
  if (reason === undefined) return sayState(state, language);
  return language === 'ja' ? `${sayState(state, language)}：\`${reason}\`` : `${sayState(state, language)}: \`${reason}\``;
}

function measured({shownMs, samples, falseGreens, rightMs}: Outcome, language: Language): string[] {
  const seconds = (ms: number | undefined): string =>
    ms === undefined ? '–' : language === 'ja' ? `${(ms / 1000).toFixed(1)}秒` : `${(ms / 1000).toFixed(1)} s`;
  return [seconds(shownMs), String(samples), String(falseGreens), seconds(rightMs)];
}

function sayRun({with: programs}: Run, language: Language): string {
  const now = new Date();
  const [load = 0] = loadavg();
  const cores = cpus().length;
  if (language === 'en') {
    return `Run on ${now.toISOString().slice(0, 10)} with ${programs.join(', ')}, on ${cores} cores at a load average of ${load.toFixed(1)}.`;
  }
  const date = `${now.getUTCFullYear()}年${now.getUTCMonth() + 1}月${now.getUTCDate()}日`;
  return `${date}に実行しました。${programs.join('、')}を使い、${cores}コアで、ロードアベレージは${load.toFixed(1)}でした。`;
}

/** The rows of faults on a page, as their cells. */
function rowsOf(text: string): string[][] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.split('|').slice(1, -1))
    .map((cells) => cells.map((cell) => cell.trim()))
    .filter((cells) => cells.length === heads.en.length && !languages.some((language) => heads[language][0] === cells[0]))
    .filter(([first = '']) => !/^:?-+:?$/.test(first));
}

/** A section of the page, from its heading to the next. */
function sectionOf(id: string, text: string): string {
  const section = text.split(/^(?=## )/m).find((part) => part.split('\n')[0]?.includes(`{/* #${id} */}`));
  if (section === undefined) throw new Error(`Found no section ${id} on the page of the fault table`);
  return section;
}

/** A section with its line of the run and its table replaced, or added at its end. */
function withBlock(section: string, {block, language}: {readonly block: string; readonly language: Language}): string {
  const kept = section
    .replace(runLine[language], '')
    .split('\n')
    .filter((line) => !line.startsWith('|'))
    .join('\n');
  return `${kept.trimEnd()}\n\n${block}\n`;
}
