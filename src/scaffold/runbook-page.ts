import type {Language} from '../catalog/contract.ts';
import type {Alert, AlertRule, Catalog} from '../catalog/model.ts';
import {explain, type Part} from './explain.ts';
import {messages} from './messages.ts';
import {titleOf} from './names.ts';
import {paramsOf, stub} from './params-of.ts';

interface Wares {
  readonly catalog: Catalog;
  readonly language: Language;
  /** `2026-01-31`: the day on which the draft is made. */
  readonly day: string;
}

/** A runbook for an alert as far as its rules and the catalog tell it. What only a person knows is marked, and lint refuses the page until it is written. */
export function runbookPage(alert: Alert, {catalog, language, day}: Wares): string {
  const say = messages[language];
  const owner = alert.services.flatMap((name) => catalog.services.get(name)?.owner ?? [])[0] ?? stub;
  const severities = alert.severities.map((severity) => `${severity} (${catalog.severities[severity] ?? '?'})`).join(', ');
  const section = (id: keyof typeof say.headings, ...body: readonly string[]): string[] => [
    `## ${say.headings[id]} {/* #${id} */}`,
    ...body,
  ];
  return `${[
    frontMatter([
      ['title', language === 'en' ? titleOf(alert.name) : alert.name],
      ['description', say.description],
      ['kind', 'runbook'],
      ['owner', owner],
      ['status', 'draft'],
      ['drafted', day],
      `# ${say.severity(severities)}`,
      ['alerts', [alert.name]],
      ['aliases', []],
      ['impact', say.impact],
      ['escalate_to', owner],
      ['escalate_after_minutes', 15],
      ['access_needed', [say.access]],
      ['symptoms', [say.symptoms]],
      ['params', paramsOf(alert.rules)],
    ]),
    ...section(
      'meaning',
      say.meaning,
      ...mostUrgentFirst(alert).flatMap((rule) => ruleParts(rule, {alert, language})),
      say.know,
      list(say.why),
    ),
    ...section('impact', say.impactText),
    ...section('check', '<Steps>', ...steps(alert, language), '</Steps>', say.moreChecks),
    ...section('fix', say.fix),
    ...section('verify', say.verify),
    ...section('escalate', say.escalate(owner), list([say.atOnce])),
  ].join('\n\n')}\n`;
}

/** Front matter; a text alone is a line of its own, such as a comment. */
export function frontMatter(fields: readonly (readonly [name: string, value: unknown] | string)[]): string {
  const lines = fields.map((field) => (typeof field === 'string' ? field : `${field[0]}:${listed(field[1]) ?? ` ${plain(field[1])}`}`));
  return ['---', ...lines, '---'].join('\n');
}

/** A list of records as one line each. */
function listed(value: unknown): string | undefined {
  if (!Array.isArray(value) || !value.every((one: unknown) => typeof one === 'object' && one !== null) || value.length === 0)
    return undefined;
  const lines = value.map((one: object) => Object.entries(one).map(([key, inner]) => `${key}: ${plain(inner)}`));
  return lines.map((pairs) => `\n  - { ${pairs.join(', ')} }`).join('');
}

/** As JSON, which YAML reads as well, unless it is a plain word. */
function plain(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(plain).join(', ')}]`;
  const isPlain =
    typeof value === 'string' && /^\p{L}[\p{L}\p{N} _./-]*$/u.test(value) && !/^(?:true|false|yes|no|on|off|null)$/i.test(value);
  return isPlain ? value : JSON.stringify(value);
}

function mostUrgentFirst({rules, severities}: Alert): AlertRule[] {
  const rank = ({labels}: AlertRule): number => severities.indexOf(labels['severity'] ?? '');
  return rules.toSorted((a, b) => rank(a) - rank(b));
}

function steps(alert: Alert, language: Language): string[] {
  const say = messages[language];
  const expressions = [...new Set(mostUrgentFirst(alert).map(({expr}) => expr.trim()))];
  return expressions.flatMap((expr, n) => [
    `<Step id="run-rule${n === 0 ? '' : `-${n + 1}`}" kind="check" title="${say.step(expressions.length === 1 ? '' : ` (${n + 1})`)}">`,
    say.run,
    `\`\`\`promql\n${expr}\n\`\`\``,
    '<Expect>',
    say.expect,
    `</Expect>\n<Otherwise goto="verify" when="${say.otherwise}" />\n</Step>`,
  ]);
}

function ruleParts(rule: AlertRule, {alert, language}: {alert: Alert; language: Language}): string[] {
  const say = messages[language];
  const severity = alert.rules.length === 1 ? '' : (rule.labels['severity'] ?? '');
  const lines = explain(rule.expr).map((part) => `${code(part.text)}${colon(language)}${sayPart(part, language)}`);
  const waits = `${code(`for: ${rule.for}`)}${colon(language)}${say.holds(rule.for)}`;
  const keeps = rule.keepFiringFor === '0s' ? [] : [`${code(`keep_firing_for: ${rule.keepFiringFor}`)}${colon(language)}${say.keeps}`];
  return [say.parts(severity), list([...lines, waits, ...keeps])];
}

function sayPart(part: Part, language: Language): string {
  const say = messages[language];
  switch (part.kind) {
    case 'series':
    case 'offset':
    case 'division':
      return say[part.kind];
    case 'function':
      return say.function(part.name, part.window);
    case 'aggregation':
      return say.aggregation(part.name, part.how, part.labels);
    case 'comparison':
      return say.comparison(part.operator, code(part.limit));
    default:
      return say.set(part.operator, part.labels);
  }
}

function colon(language: Language): string {
  return language === 'ja' ? '：' : ': ';
}

function code(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}

function list(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n');
}
