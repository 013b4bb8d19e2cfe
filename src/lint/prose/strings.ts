import type {Root} from 'mdast';
import {isMap, isPair, isScalar, parseAllDocuments, visit as visitYaml, type Scalar} from 'yaml';
import {languages, type Language} from '../../catalog/contract.ts';
import {wordsOf} from '../words.ts';
import {stringPassage, type Passage} from './passage.ts';

/** Fields of the front matter that readers see. Symptoms are what a machine or a person said, and stay as they were said. */
const fields = new Set(['title', 'description', 'impact']);

/** Props that readers see. */
const props = new Set(['title', 'when', 'none', 'summary', 'label', 'alt']);

/** Title, description and impact of a page. */
export function frontMatterStrings(tree: Root, text: string, language: Language): Passage[] {
  const [yaml] = tree.children;
  if (yaml?.type !== 'yaml') return [];
  const before = text.indexOf('\n') + 1;
  return scalars(yaml.value, ({key, depth}) => (depth === 0 && fields.has(key) ? language : undefined)).map(({start, end}) =>
    stringPassage(text, {start: before + start, end: before + end, language}),
  );
}

/** What components of a page say in their props. */
export function propStrings(tree: Root, text: string, language: Language): Passage[] {
  return wordsOf(tree).flatMap(({node}) =>
    node.attributes.flatMap((attribute) => {
      if (attribute.type !== 'mdxJsxAttribute' || !props.has(attribute.name) || typeof attribute.value !== 'string') return [];
      const from = attribute.position?.start.offset;
      const to = attribute.position?.end.offset;
      if (from === undefined || to === undefined) return [];
      // name="value": the value ends before the quote that closes it.
      const start = text.indexOf('=', from) + 1;
      const quote = /\s*["']/.exec(text.slice(start, to))?.[0].length ?? 0;
      return [stringPassage(text, {start: start + quote, end: to - 1, language})];
    }),
  );
}

/** Each `message` of a file of the interface. */
export function interfaceStrings(text: string, language: Language): Passage[] {
  return scalars(text, ({key, depth}) => (key === 'message' && depth === 1 ? language : undefined)).map((found) =>
    stringPassage(text, found),
  );
}

/** Each `en:` and `ja:` of a file of `data/`. */
export function dataStrings(text: string): Passage[] {
  if (!/\b(?:en|ja)["']?\s*:/.test(text)) return [];
  return scalars(text, ({key}) => languages.find((language) => language === key)).map((found) => stringPassage(text, found));
}

type Pick = (place: {readonly key: string; readonly depth: number}) => Language | undefined;

/** Strings that stand as a value of a mapping, in YAML or JSON. What is neither has none: other rules say so. */
function scalars(text: string, pick: Pick): {start: number; end: number; language: Language}[] {
  const found: {start: number; end: number; language: Language}[] = [];
  const documents = parseAllDocuments(text);
  if (!Array.isArray(documents)) return [];
  for (const document of documents) {
    if (document.errors.length > 0) continue;
    visitYaml(document, {
      Pair: (_, {key, value}, path) => {
        if (!isScalar(key) || typeof key.value !== 'string' || !isScalar(value) || typeof value.value !== 'string') return;
        const depth = path.filter((node) => isMap(node) || (!isPair(node) && 'items' in node)).length - 1;
        const language = pick({key: key.value, depth});
        const range = innerRange(value, text);
        if (language !== undefined && range !== undefined) found.push({...range, language});
      },
    });
  }
  return found;
}

/** Where the words of a string are, without its quotes or the mark of a block. */
function innerRange({range, type}: Scalar, text: string): {start: number; end: number} | undefined {
  if (!range) return undefined;
  const [start, end] = range;
  if (type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE') return {start: start + 1, end: end - 1};
  if (type === 'BLOCK_FOLDED' || type === 'BLOCK_LITERAL') return {start: text.indexOf('\n', start) + 1, end};
  return {start, end};
}
