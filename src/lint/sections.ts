import type {Root} from 'mdast';
import type {VFile} from 'vfile';
import {sectionsOf, type Section} from './content.ts';

/** The ids of the second-level headings of a kind of page, in their order. A kind that is not here has sections of its own choice. */
export const sectionIds = {
  runbook: ['meaning', 'impact', 'check', 'fix', 'verify', 'escalate'],
  guideline: ['in-one-line', 'background', 'what-we-do', 'how-we-know', 'exceptions', 'practise', 'sources'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Whether a rule about sections speaks of the second-level headings of such a page. */
export function hasOwnSections(kind: unknown): boolean {
  return typeof kind === 'string' && Object.hasOwn(sectionIds, kind);
}

/** Holds the h2 headings of a page against the ids that its kind asks for, in their order. */
export function checkSections(tree: Root, file: VFile, expected: readonly string[]): void {
  const sections = sectionsOf(tree).filter(({depth}) => depth === 2);
  const order = expected.join(', ');
  const meant = pairUnnamed(sections, expected);
  const there = new Set([...sections.map(({id}) => id), ...meant.values()]);
  let last = -1;
  for (const section of sections) {
    const {id, text, line, column} = section;
    const place = {line, column};
    const own = id === undefined ? -1 : expected.indexOf(id);
    const index = own === -1 ? expected.indexOf(meant.get(section) ?? '') : own;
    if (own === -1 && index !== -1) {
      const found = id === undefined ? `heading ${JSON.stringify(text)} without an id` : `id ${JSON.stringify(id)}`;
      file.message(`Unexpected ${found}, expected {/* #${expected[index]} */} after ${JSON.stringify(text)}`, place);
    } else if (index === -1) {
      file.message(`Unexpected section ${JSON.stringify(id ?? text)}, expected the sections ${order}`, place);
    } else if (index <= last) {
      file.message(`Unexpected section "${id}" after "${expected[last]}", expected the order ${order}`, place);
    }
    last = Math.max(last, index);
  }
  const missing = expected.filter((id) => !there.has(id)).map((id) => `"${id}"`);
  if (missing.length === 0) return;
  const noun = missing.length === 1 ? 'section' : 'sections';
  file.message(`Unexpected page without the ${noun} ${missing.join(', ')}, expected the sections ${order}`, {line: 1, column: 1});
}

/**
 * Which missing section a heading with no id, or an unknown one, is meant to be: the one that belongs where it stands. Otherwise one slip of a
 * pen would be reported as a section too many and a section too few.
 */
function pairUnnamed(sections: readonly Section[], expected: readonly string[]): ReadonlyMap<Section, string> {
  const named = new Set(sections.map(({id}) => id));
  const meant = new Map<Section, string>();
  let next = 0;
  for (const [i, section] of sections.entries()) {
    const index = section.id === undefined ? -1 : expected.indexOf(section.id);
    if (index !== -1) {
      next = Math.max(next, index + 1);
      continue;
    }
    // Up to the next section that is named, so that a section of the author's own between two known ones takes no place.
    const following = sections.slice(i + 1).flatMap(({id}) => (id !== undefined && expected.includes(id) ? [expected.indexOf(id)] : []));
    const place = expected.findIndex((id, at) => at >= next && at < (following[0] ?? expected.length) && !named.has(id));
    const id = expected[place];
    if (id === undefined) continue;
    meant.set(section, id);
    next = place + 1;
  }
  return meant;
}
