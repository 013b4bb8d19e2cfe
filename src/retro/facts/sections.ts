/** What stands under one heading of a page, up to the next heading, in the order of the page. */
export type Block =
  | {readonly kind: 'paragraph' | 'quote'; readonly text: string}
  | {readonly kind: 'list'; readonly items: readonly string[]}
  /** Without its head. */
  | {readonly kind: 'table'; readonly rows: readonly (readonly string[])[]};

/**
 * The sections of a page by the ids of their headings, as plain text. It reads what pages of retrospectives are made of: paragraphs, lists, quotes
 * and tables; of anything else the words.
 */
export function sectionsOf(markdown: string): ReadonlyMap<string, readonly Block[]> {
  const sections = new Map<string, readonly Block[]>();
  const [, ...parts] = markdown.split(/^(?=#{1,6} )/m);
  for (const part of parts) {
    const [heading = '', ...lines] = part.split('\n');
    const id = /\{\/\* #([\w-]+) \*\/\}/.exec(heading)?.[1];
    if (id !== undefined) sections.set(id, blocksOf(lines.join('\n')));
  }
  return sections;
}

function blocksOf(text: string): Block[] {
  return text
    .replace(/^\r/gm, '')
    .split(/\n[ \t]*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !part.startsWith('```'))
    .map(blockOf);
}

function blockOf(part: string): Block {
  const lines = part.split('\n').map((line) => line.trim());
  if (lines.every((line) => line.startsWith('|'))) return {kind: 'table', rows: lines.slice(2).map(cellsOf)};
  if (lines.every((line) => line.startsWith('>'))) {
    // An empty line within a quote begins another sentence to say.
    const text = lines.map((line) => line.replace(/^>\s?/, '')).join('\n');
    return {
      kind: 'quote',
      text: text
        .split(/\n\s*\n/)
        .map(plain)
        .join('\n'),
    };
  }
  if (isItem(lines[0] ?? '')) {
    const items: string[] = [];
    for (const line of lines)
      if (isItem(line)) items.push(line.replace(item, ''));
      else items.push(`${items.pop() ?? ''} ${line}`);
    return {kind: 'list', items: items.map(plain)};
  }
  return {kind: 'paragraph', text: plain(lines.join(' '))};
}

const item = /^(?:[-*+]|\d+[.)])\s+(?:\[[ x]\]\s+)?/;

function isItem(line: string): boolean {
  return item.test(line);
}

function cellsOf(row: string): string[] {
  return row
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => plain(cell.replaceAll(String.raw`\|`, '|')));
}

/** Without the signs of Markdown. */
function plain(text: string): string {
  return text
    .replace(/\{\/\*.*?\*\/\}/gs, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(\*\*|__)(.+?)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}])_([^_]+)_(?![\p{L}\p{N}])/gu, '$1')
    .replace(/`+([^`]+)`+/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+.!|<>~-])/g, '$1')
    .trim();
}
