import type {Language} from '../catalog/contract.ts';
import {writtenOut} from '../command/written-out.ts';
import {phrases} from './both.ts';
import {worstOf} from './line.ts';
import type {Cell, FindingState, HealthReport, Patient} from './model.ts';

interface Options {
  readonly language: Language;
  /** Address of the handbook in this language, without a slash at its end. */
  readonly site: string;
  /** Also what is wrong with each service. */
  readonly withServices?: boolean;
}

/** What asks for action first. What is unknown comes last, for it asks for a look. */
const told: readonly FindingState[] = ['down', 'degraded', 'unknown'];

/** The report as Markdown, to be posted once a week: the organisation, a line for each aspect that is not in order, and each service as a row. */
export function healthMarkdown({asOf, before, organisation, services}: HealthReport, options: Options): string {
  const {language, site, withServices = false} = options;
  const say = phrases[language];
  const marks = services.map((service) => row([service.title[language], ...service.cells.map(({state}) => say.states[state])]));
  return [
    `# ${oneLine(say.markdown.title(organisation.title[language]))}`,
    '',
    say.markdown.asOf(asOf, before),
    ...told.flatMap((state) => part(organisation, state, options)),
    '',
    ...table([say.markdown.service, ...organisation.cells.map((cell) => say.aspects[cell.aspect])], marks),
    ...(withServices ? services.flatMap((service) => complaints(service, options)) : []),
    '',
    link(say.markdown.all, `${site}/mission/health-check`),
    '',
  ].join('\n');
}

/** What of the organisation is in one state. */
function part({cells}: Patient, state: FindingState, options: Options): string[] {
  const say = phrases[options.language];
  const lines = cells
    .filter((cell) => cell.state === state)
    .map((cell) => {
      const {before} = cell;
      return `${item(cell, options)}${say.markdown.lastTime(before === undefined ? say.markdown.notKept : say.states[before.state])}`;
    });
  return lines.length === 0 ? [] : ['', `## ${say.states[state]}`, '', ...lines];
}

/** What is not in order with a service. */
function complaints({title, cells}: Patient, options: Options): string[] {
  const say = phrases[options.language];
  const wrong = told.flatMap((state) => cells.filter((cell) => cell.state === state));
  if (wrong.length === 0) return [];
  const worst = say.states[worstOf(wrong.map(({state}) => state))];
  const lines = wrong.map((cell) => `${item(cell, options)}${say.markdown.is(say.states[cell.state])}`);
  return ['', `## ${oneLine(say.markdown.heading(title[options.language], worst))}`, '', ...lines];
}

function item({aspect, finding, improves}: Cell, {language, site}: Options): string {
  const say = phrases[language];
  return `- ${say.subject(link(say.aspects[aspect], `${site}/${improves}`), oneLine(finding[language]))}`;
}

function link(text: string, url: string): string {
  return `[${text}](${url})`;
}

function table(head: readonly string[], rows: readonly string[]): string[] {
  return [row(head), row(head.map(() => '---')), ...rows];
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => oneLine(cell).replaceAll('|', String.raw`\|`)).join(' | ')} |`;
}

/** A text of a register may have several lines: in a list, they would end it. */
function oneLine(text: string): string {
  return writtenOut(text.replaceAll(/\s+/g, ' ').trim());
}
