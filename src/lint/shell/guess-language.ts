import {parser} from '@prometheus-io/lezer-promql';

/** Nodes that no shell command happens to look like. */
const telling = new Set(['AggregateExpr', 'MatrixSelector', 'SubqueryExpr', 'LabelMatchers', 'FunctionCall']);
/** Two or more headings of columns, as tools print them above a table. */
const table = /^[A-Z][A-Z0-9()_%-]*(?: [A-Z][A-Z0-9()_%-]*)*(?: {2,}[A-Z][A-Z0-9()_%-]*(?: [A-Z][A-Z0-9()_%-]*)*)+\s*$/;
const stamped = /^(?:\d{4}-\d\d-\d\d[T ]\d\d:\d\d|(?:level|ts|time)=|[IWEF]\d{4} \d\d:|\[?\d\d:\d\d:\d\d)/;

/** What a text that stands in a shell fence really is, where that is beyond doubt: the language that its fence should name, and how to call it. */
export function guessLanguage(text: string): {readonly lang: string; readonly noun: string} | undefined {
  if (isPromql(text)) return {lang: 'promql', noun: 'PromQL'};
  if (isJson(text)) return {lang: 'json', noun: 'JSON'};
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const first = lines[0] ?? '';
  if (/^(?:SELECT|UPDATE|DELETE FROM|INSERT INTO|ALTER TABLE)\s[^]*;\s*$/i.test(text.trim())) return {lang: 'sql', noun: 'SQL'};
  if (/^apiVersion: \S/.test(first)) return {lang: 'yaml', noun: 'YAML'};
  return table.test(first) || lines.every((line) => stamped.test(line.trimStart())) ? {lang: 'text', noun: 'output'} : undefined;
}

function isPromql(text: string): boolean {
  let isSound = text.trim() !== '';
  let tells = false;
  parser.parse(text).iterate({
    enter: ({type, name}) => {
      if (type.isError) isSound = false;
      if (telling.has(name)) tells = true;
      return isSound;
    },
  });
  return isSound && tells;
}

function isJson(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
