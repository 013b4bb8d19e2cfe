import {compile, run} from '@mdx-js/mdx';
import type {Root} from 'mdast';
import {createElement} from 'react';
import {renderToStaticMarkup} from 'react-dom/server';
import * as runtime from 'react/jsx-runtime';
import {describe, expect, it} from 'vitest';
import type {Language} from '../../../src/catalog/contract.ts';
import {shapePage} from '../../../src/runbook/page/shape-page.ts';

type Slips = ReturnType<typeof shapePage>;

/** The page as HTML, and what its author has to mend. */
async function shape(text: string, language: Language = 'en'): Promise<{html: string; slips: Slips}> {
  let slips: Slips = [];
  const plugin = () => (tree: Root) => {
    const lane = language === 'en' ? '/r/' : `/${language}/r/`;
    slips = shapePage(tree, {language, lane, params: ['NAMESPACE', 'POD'], hasRunbook: (alert) => alert === 'OtherAlert'});
  };
  const code = await compile(text, {outputFormat: 'function-body', remarkPlugins: [plugin]});
  const {default: Content} = await run(code, {...runtime, baseUrl: import.meta.url});
  // As Docusaurus does it: what Markdown makes becomes components, what the build makes stays HTML.
  const components = {
    pre: () => createElement('b', {}, 'a block of code'),
    h3: (props: object) => createElement('h3', {...props, className: 'drawn'}),
  };
  return {html: renderToStaticMarkup(createElement(Content, {components})), slips};
}

const step = (inner: string, more = 'id="look" kind="check" title="Look"'): string =>
  `<Steps>\n<Step ${more}>\n\n${inner}\n\n</Step>\n</Steps>`;
const change = 'id="mend" kind="change" title="Mend"';
const bash = (text: string): string => `\`\`\`bash\n${text}\n\`\`\``;

describe('a page of steps', () => {
  it('gives each step its title as a heading that can be linked to', async () => {
    const {html, slips} = await shape(step('Text.'));
    expect(slips).toEqual([]);
    expect(html).toContain('<section data-step="look" data-kind="check" aria-labelledby="look"><h3 id="look" class="drawn">Look</h3>');
    expect(html).toMatch(/<label data-tick="[^"]*"><input type="checkbox" disabled=""\/> Done<\/label>/);
  });

  it('marks where values go, and keeps the text of a command to the letter', async () => {
    const {html} = await shape(step(bash(`kubectl -n "$NAMESPACE" get pods \\\n  --selector="a=$POD"   '{x}' <in`)));
    expect(html).toContain('<span data-param="NAMESPACE" data-context="word">&quot;$NAMESPACE&quot;</span>');
    const command = /<code>([\s\S]*?)<\/code>/.exec(html)?.[1]?.replaceAll(/<[^>]+>/g, '');
    expect(command).toBe(`kubectl -n &quot;$NAMESPACE&quot; get pods \\\n  --selector=&quot;a=$POD&quot;   &#x27;{x}&#x27; &lt;in`);
    expect(html).toContain('aria-label="Copy the command: Look"');
    expect(html).not.toContain('a block of code');
  });

  it('keeps prompts and what was printed out of the command', async () => {
    const {html} = await shape(step('```console\n$ ls "$POD"\ntotal 0\n$ id\n```'));
    const code = /<code>([\s\S]*?)<\/code>/.exec(html)?.[1];
    expect(code).toMatch(/^<span data-prompt="[^"]*">\$ <\/span>ls <span data-param="POD"/);
    expect(code).toMatch(/<span data-printed="[^"]*">total 0\n<\/span><span data-prompt="[^"]*">\$ <\/span>id$/);
  });

  it('shows other fences as text that is not copied', async () => {
    const {html} = await shape(step('```text\nRunning  "$NAMESPACE"\n```'));
    expect(html).toContain('<pre tabindex="0" data-output="text" aria-label="Output"><code>Running  &quot;$NAMESPACE&quot;</code></pre>');
    expect(html).not.toContain('data-copy');
  });

  it('leads to steps, sections and other alerts', async () => {
    const {html, slips} = await shape(
      `## Fix {/* #fix */}\n\n${step('<Otherwise goto="fix" when="It fails" />\n<Otherwise goto="look" />\n<Otherwise goto="/r/OtherAlert" />')}`,
      'ja',
    );
    expect(slips).toEqual([]);
    expect(html).toContain('<p><b>It fails</b> → <a href="#fix">Fix</a></p>');
    expect(html).toContain('<p><b>違うとき</b> → <a href="#look">Look</a></p>');
    expect(html).toContain('<a href="/ja/r/OtherAlert">OtherAlert</a>');
    expect(html).toContain('<section data-section="fix">');
  });

  it('puts the undo of a change before its command, wherever it was written', async () => {
    const {html} = await shape(step(`${bash('mend')}\n\n<Undo>\n\n${bash('undo it')}\n\n</Undo>`, change));
    expect(html.indexOf('undo it')).toBeLessThan(html.indexOf('>mend<'));
    expect(html).toContain('<details data-undo="true"><summary>Undo: read this first</summary>');
    expect(html).toContain('Changes something');
    const none = await shape(step(`<Undo none="It is gone." />\n\n${bash('rm x')}`, change));
    expect(none.html).toContain('<summary>There is no undo: read why first</summary><p>It is gone.</p>');
  });

  it.each([
    [step('<Otherwise goto="nowhere" />'), 'goto "nowhere"'],
    [step('<Otherwise goto="/r/Unknown" />'), 'goto "/r/Unknown"'],
    [step(bash('mend'), change), 'the change "mend" without <Undo>'],
    [`${step('a')}\n\n${step('b')}`, 'the id "look" twice'],
    [`### Look {/* #look */}\n\n${step('b')}`, 'the id "look" twice'],
  ])('names the slip in %j', async (text, found) => {
    expect((await shape(text)).slips).toMatchObject([{found}]);
  });

  it('names the line of a command that no shell can read', async () => {
    const {slips} = await shape(step(`Text.\n\n${bash('ls\necho "open')}`));
    expect(slips).toHaveLength(1);
    expect(slips[0]?.line).toBe(8);
  });
});
