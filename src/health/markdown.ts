import type {Language} from '../catalog/contract.ts';
import {phrases} from './both.ts';
import {worstOf} from './line.ts';
import type {Cell, HealthReport, Patient} from './model.ts';

/** The report as Markdown in one language, to be posted once a week: the organisation line by line, then what is wrong with each service. */
export function healthMarkdown({asOf, before, organisation, services}: HealthReport, language: Language): string {
  const say = phrases[language];
  const lines = organisation.cells.map((cell) => row([say.aspects[cell.aspect], ...sayCell(cell, language)]));
  const marks = services.map((service) => row([service.title[language], ...service.cells.map(({state}) => say.states[state])]));
  const {title, aspect, state, finding, lastTime, service} = say.markdown;
  return [
    `# ${title(organisation.title[language])}`,
    '',
    say.markdown.asOf(asOf, before),
    '',
    ...table([aspect, state, finding, lastTime], lines),
    '',
    ...table([service, ...organisation.cells.map((cell) => say.aspects[cell.aspect])], marks),
    ...services.flatMap((patient) => complaints(patient, language)),
    '',
  ].join('\n');
}

function sayCell({state, finding, before}: Cell, language: Language): string[] {
  const say = phrases[language];
  return [say.states[state], finding[language], before === undefined ? say.markdown.notKept : say.states[before.state]];
}

/** What is not in order, worst first. */
function complaints({title, cells}: Patient, language: Language): string[] {
  const say = phrases[language];
  const wrong = cells.filter(({state}) => state !== 'ok' && state !== 'none');
  if (wrong.length === 0) return [];
  const worst = say.states[worstOf(wrong.map(({state}) => state))];
  const lines = wrong.map(
    ({aspect, state, finding, improves}) => `- ${say.states[state]} · ${say.aspects[aspect]} · ${finding[language]} (/${improves})`,
  );
  return ['', `## ${say.markdown.heading(title[language], worst)}`, '', ...lines];
}

function table(head: readonly string[], rows: readonly string[]): string[] {
  return [row(head), row(head.map(() => '---')), ...rows];
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', String.raw`\|`)).join(' | ')} |`;
}
