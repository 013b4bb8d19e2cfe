import type {Root} from 'mdast';
import type {VFile} from 'vfile';
import {sectionsOf} from './content.ts';

/** Holds the h2 headings of a page against the ids that its kind asks for, in their order. */
export function checkSections(tree: Root, file: VFile, expected: readonly string[]): void {
  const sections = sectionsOf(tree).filter(({depth}) => depth === 2);
  const ids = new Set(sections.map(({id}) => id));
  const order = expected.join(', ');
  let last = -1;
  for (const {id, text, line, column} of sections) {
    const index = id === undefined ? -1 : expected.indexOf(id);
    if (index === -1) file.message(`Unexpected section ${JSON.stringify(id ?? text)}, expected the sections ${order}`, {line, column});
    else if (index <= last)
      file.message(`Unexpected section "${id}" after "${expected[last]}", expected the order ${order}`, {line, column});
    last = Math.max(last, index);
  }
  const missing = expected.filter((id) => !ids.has(id));
  if (missing.length > 0) {
    const names = missing.map((id) => `"${id}"`).join(', ');
    file.message(`Unexpected page without the ${missing.length === 1 ? 'section' : 'sections'} ${names}, expected the sections ${order}`, {
      line: 1,
      column: 1,
    });
  }
}
