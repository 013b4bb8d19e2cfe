/** One line as a value of YAML, in the quotes that Prettier leaves alone. */
export function scalar(line: string): string {
  if (isBare(line)) return line;
  // In single quotes only they themselves must be doubled; in double quotes two signs have a second meaning.
  const singles = line.split("'").length;
  const doubles = line.split('"').length;
  if (singles <= doubles || line.includes('\\')) return `'${line.replaceAll("'", "''")}'`;
  return `"${line.replaceAll('"', String.raw`\"`)}"`;
}

/** Words that no reader of YAML takes for anything else. A figure, a day or `no` by itself would be one to some. */
function isBare(line: string): boolean {
  return (
    /^(?:\d{4}-\d\d-\d\d|[A-Za-z][\w@/-]*(?:[ ,;.]*[\w@/-]+)*[.]?)$/.test(line) &&
    !/^(?:y|n|yes|no|on|off|true|false|null|nan|inf)$/i.test(line)
  );
}
