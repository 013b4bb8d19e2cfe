import {sqlFunctions, sqlVerbs} from './changing.ts';

/** The word with which a script of SQL changes something; undefined when each of its statements only reads. */
export function sqlChange(sql: string): string | undefined {
  for (const statement of withoutText(sql).split(';')) {
    const text = statement.trim();
    const found = verbOf(text) ?? sqlFunctions.exec(text)?.[0].replace(/\s*\($/, '');
    if (found !== undefined) return found;
  }
  return undefined;
}

function verbOf(statement: string): string | undefined {
  // What is explained with ANALYZE is run.
  const run = statement.replace(/^EXPLAIN\s*(?:\([^)]*\bANALYZE\b[^)]*\)|ANALYZE\b(?:\s+VERBOSE\b)?)\s*/i, '');
  const verb = sqlVerbs.exec(run)?.[0] ?? (/^WITH\b/i.test(run) ? /\b(?:INSERT\s+INTO|UPDATE|DELETE\s+FROM)\b/i.exec(run)?.[0] : undefined);
  return verb?.split(/[\s(]/)[0]?.toUpperCase();
}

/** Without literals and comments, in which a verb means nothing. */
function withoutText(sql: string): string {
  return sql.replaceAll(/--[^\n]*|\/\*[^]*?\*\/|'(?:[^']|'')*'|"(?:[^"]|"")*"/g, (found) => (/^['"]/.test(found) ? "''" : ' '));
}
