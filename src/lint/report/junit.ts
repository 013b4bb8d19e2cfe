import type {Finding} from '../finding.ts';
import type {Wares} from './wares.ts';

/** What test dashboards read: a suite for each file, a failed case for each error. A warning is a case that passed and has something to say. */
export function reportJunit(findings: readonly Finding[], {ran}: Wares): string {
  const suites = [...Map.groupBy(findings, ({file}) => file)].map(([file, inFile]) => suite(file, inFile));
  const failures = findings.filter(({severity}) => severity === 'error').length;
  const none = '  <testsuite name="lint" tests="1" failures="0">\n    <testcase name="lint" classname="lint"/>\n  </testsuite>\n';
  const counts = `tests="${Math.max(1, findings.length)}" failures="${failures}" time="${(ran.cpuMs / 1000).toFixed(3)}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="lint" ${counts}>\n${suites.join('') || none}</testsuites>\n`;
}

function suite(file: string, findings: readonly Finding[]): string {
  const failures = findings.filter(({severity}) => severity === 'error').length;
  const cases = findings.map(({line, column, rule, severity, message}) => {
    const head = `    <testcase name="${escapeXml(`${rule} ${line}:${column}`)}" classname="${escapeXml(file)}" file="${escapeXml(file)}" line="${line}">`;
    const body =
      severity === 'error'
        ? `<failure type="${escapeXml(rule)}" message="${escapeXml(message)}">${escapeXml(`${file}:${line}:${column} ${message}`)}</failure>`
        : `<system-out>${escapeXml(`warning ${file}:${line}:${column} ${message}`)}</system-out>`;
    return `${head}${body}</testcase>\n`;
  });
  return `  <testsuite name="${escapeXml(file)}" tests="${findings.length}" failures="${failures}">\n${cases.join('')}  </testsuite>\n`;
}

/** Text for an attribute or an element. What XML 1.0 cannot hold in any spelling becomes U+FFFD. https://www.w3.org/TR/xml/#charsets */
function escapeXml(text: string): string {
  return (
    text
      .toWellFormed()
      // oxlint-disable-next-line no-control-regex -- it is control characters that are looked for
      .replaceAll(/[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/g, '\uFFFD')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll(/[\t\n\r]/g, (space) => `&#${space.codePointAt(0)};`)
  );
}
