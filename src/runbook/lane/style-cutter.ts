import {load} from 'cheerio';
import {cutStyle} from './cut-style.ts';
import {signatureOf, vocabularyOf} from './vocabulary.ts';

/** Cuts the style sheet for one page after another: pages of equal words share the work. */
export function styleCutter(css: string, script: string): (body: string) => string {
  const cut = new Map<string, string>();
  return (body) => {
    const vocabulary = vocabularyOf(load(body), script);
    const signature = signatureOf(vocabulary);
    const style = cut.get(signature) ?? cutStyle(css, vocabulary);
    cut.set(signature, style);
    return style;
  };
}
