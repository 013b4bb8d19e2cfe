import type {CheerioAPI} from 'cheerio';

/** Names that a style sheet may speak of. */
export interface Vocabulary {
  readonly tags: ReadonlySet<string>;
  readonly classes: ReadonlySet<string>;
  readonly ids: ReadonlySet<string>;
  readonly attributes: ReadonlySet<string>;
}

/** Of every document, whatever is in it; a reader's own settings make some of them. */
const always = {tags: ['html', 'body', 'head', 'main'], attributes: ['lang', 'data-theme', 'class', 'id', 'open']};

/**
 * What a page is made of, and what its script may make of it: a name of a tag, a class or an attribute counts when the script has it as
 * a word, hyphenated or given as `className`. So the look of what appears later comes along, and of nothing else.
 */
export function vocabularyOf($: CheerioAPI, script: string): Vocabulary {
  const tags = new Set(always.tags);
  const classes = new Set<string>();
  const ids = new Set<string>();
  const attributes = new Set(always.attributes);
  $('*').each((_index, element) => {
    if (!('attribs' in element)) return;
    tags.add(element.name.toLowerCase());
    for (const [name, value] of Object.entries(element.attribs)) {
      attributes.add(name.toLowerCase());
      if (name === 'class') for (const one of value.split(/\s+/)) classes.add(one);
      if (name === 'id') ids.add(value);
    }
  });
  for (const [, text = ''] of script.matchAll(/["'`]([a-z][\w -]*)["'`]/gi)) {
    for (const word of text.split(' ')) {
      if (/^[a-z][a-z0-9]*$/.test(word)) tags.add(word);
      if (/^(data|aria)-/.test(word) || /^(hidden|disabled|role|title|open)$/.test(word)) attributes.add(word);
      else if (word.includes('-')) classes.add(word);
    }
  }
  for (const [, text = ''] of script.matchAll(/\bclassName:\s*["'`]([\w -]+)["'`]/g)) for (const word of text.split(' ')) classes.add(word);
  for (const [, key = ''] of script.matchAll(/\bdataset(?:\.|\[["'`])([a-z]\w*)/gi))
    attributes.add(`data-${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`);
  return {tags, classes, ids, attributes};
}

/** Equal for vocabularies with equal words. */
export function signatureOf({tags, classes, ids, attributes}: Vocabulary): string {
  return [tags, classes, ids, attributes].map((words) => [...words].toSorted().join(' ')).join('\n');
}
