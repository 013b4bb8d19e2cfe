import {describe, expect, it} from 'vitest';
import {guidelineSections} from '../../src/lint/remark/guideline-sections.ts';
import {lintText, page} from '../support/lint.ts';

const ids = ['in-one-line', 'background', 'what-we-do', 'how-we-know', 'exceptions', 'practise', 'sources'];
const sections = (of: readonly string[]): string => of.map((id) => `## ${id} {/* #${id} */}\n\nText.\n`).join('\n');
const order = ids.join(', ');

describe('guideline-sections', () => {
  it('accepts the seven sections in their order', async () => {
    expect(await lintText(guidelineSections, page('guideline', sections(ids)))).toEqual([]);
  });

  it('looks at guidelines only', async () => {
    expect(await lintText(guidelineSections, page('mission', 'Text.'))).toEqual([]);
  });

  it('refuses a guideline without a background and without exceptions', async () => {
    const body = sections(ids.filter((id) => id !== 'background' && id !== 'exceptions'));
    expect(await lintText(guidelineSections, page('guideline', body))).toEqual([
      `1:1 Unexpected page without the sections "background", "exceptions", expected the sections ${order}`,
    ]);
  });

  it('refuses the background after the practice', async () => {
    const body = sections(['in-one-line', 'what-we-do', 'background', 'how-we-know', 'exceptions', 'practise', 'sources']);
    expect(await lintText(guidelineSections, page('guideline', body))).toEqual([
      `17:1 Unexpected section "background" after "what-we-do", expected the order ${order}`,
    ]);
  });
});
