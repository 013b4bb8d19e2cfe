import {AttributeAction, parse, SelectorType, type Selector} from 'css-what';
import type {Vocabulary} from './vocabulary.ts';

/**
 * Whether a selector may apply to a page of these words, now or after its script has run: every tag, class, id and attribute that it asks for is
 * among them. Where they stand is not looked at, so it errs on the side of keeping. A selector that cannot be read is kept.
 */
export function applies(selector: string, vocabulary: Vocabulary): boolean {
  try {
    return parse(selector).some((parts) => parts.every((part) => isKnown(part, vocabulary)));
  } catch {
    return true;
  }
}

function isKnown(part: Selector, vocabulary: Vocabulary): boolean {
  const {tags, classes, ids, attributes} = vocabulary;
  if (part.type === SelectorType.Tag) return tags.has(part.name.toLowerCase());
  if (part.type === SelectorType.Attribute) {
    if (part.name === 'class' && part.action === AttributeAction.Element) return classes.has(part.value);
    if (part.name === 'class' && part.action === AttributeAction.Any) return [...classes].some((name) => name.includes(part.value));
    if (part.name === 'id' && part.action === AttributeAction.Equals) return ids.has(part.value);
    return attributes.has(part.name.toLowerCase());
  }
  if (part.type === SelectorType.Pseudo && Array.isArray(part.data) && part.name !== 'not')
    return part.data.some((parts) => parts.every((inner) => isKnown(inner, vocabulary)));
  return true;
}
