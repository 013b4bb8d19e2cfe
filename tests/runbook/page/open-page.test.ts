// @vitest-environment happy-dom
import {waitFor} from '@testing-library/dom';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {openPage} from '../../../src/runbook/page/open-page.ts';

const html = `
  <div data-page="runbooks/x" data-alerts="X">
    <section data-glance>
      <details data-values><summary><span data-summary></span></summary>
        <div data-value-of="NAMESPACE"><label>NAMESPACE</label><input name="NAMESPACE" data-label="namespace" data-pattern="^[a-z -]+$" placeholder="prod" disabled><output data-why></output></div>
        <div data-value-of="PATH_"><label>PATH_</label><input name="PATH_" data-label="path" placeholder="/" disabled><output data-why></output></div>
      </details>
    </section>
    <section data-step="look" data-kind="check"><h3>Look</h3>
      <div data-command data-lang="bash"><pre><code><span data-prompt>$ </span>ls <span data-param="NAMESPACE" data-context="word">"$NAMESPACE"</span> "a<span data-param="PATH_" data-context="double">$PATH_</span>"
</code></pre><p data-act><button data-copy hidden>Copy</button><output data-copied></output></p></div>
      <div data-expect><p><span data-live="query:x"></span></p></div>
      <div data-otherwise data-goto="mend"><p><b>If not</b> → <a href="#mend">Mend</a></p></div>
      <p data-ticks><label data-tick><input type="checkbox" disabled> Done</label></p>
    </section>
    <section data-step="mend" data-kind="change"><h3>Mend</h3>
      <details data-undo><summary>Undo</summary>
        <div data-command data-lang="bash"><pre><code>undo</code></pre><p data-act><button data-copy hidden>Copy</button><output data-copied></output></p></div>
      </details>
      <div data-command data-lang="bash"><pre><code>mend</code></pre><p data-act><button data-copy hidden>Copy</button><output data-copied></output></p></div>
    </section>
    <section data-timeline></section>
  </div>`;

let copied: string[];
let close: () => void;

beforeEach(() => {
  copied = [];
  sessionStorage.clear();
  document.body.innerHTML = html;
  vi.stubGlobal('navigator', {clipboard: {writeText: async (text: string) => void copied.push(text)}});
});
afterEach(() => {
  close();
  vi.unstubAllGlobals();
});

const open = (search = ''): void => {
  const root = document.querySelector<HTMLElement>('[data-page]') ?? expect.fail();
  close = openPage(root, {language: 'en', address: {search, hash: ''}});
};
const find = (selector: string): HTMLElement => document.querySelector<HTMLElement>(selector) ?? expect.fail(selector);
const command = (step: string): HTMLElement => find(`[data-step="${step}"] > [data-command]`);
const copy = async (within: HTMLElement): Promise<string> => {
  within.querySelector<HTMLElement>('[data-copy]')?.click();
  await waitFor(() => expect(within.querySelector('[data-copied]')?.textContent).not.toBe(''));
  return within.querySelector('[data-copied]')?.textContent ?? '';
};
const type = (name: string, value: string): void => {
  const input = find(`input[name="${name}"]`) as HTMLInputElement;
  input.value = value;
  input.dispatchEvent(new Event('input', {bubbles: true}));
};

describe('a page of steps', () => {
  it.each(['null', '5', '"x"', '[1]', '{', '{"NAMESPACE":{"a":1}}'])('takes the values of the link when the storage holds %s', (kept) => {
    sessionStorage.setItem('handbook values runbooks/x ?namespace=prod ', kept);
    open('?namespace=prod');
    expect(find('[data-param]').textContent).toBe("'prod'");
  });

  it('does not tell the timeline of a copy that failed until it was made by hand', async () => {
    vi.stubGlobal('navigator', {});
    Object.assign(document, {execCommand: () => false});
    open('?namespace=prod');
    expect(await copy(command('look'))).toMatch(/^Could not be copied/);
    // Longer than it takes to write one down.
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(find('[data-timeline]').textContent).toContain('0 entries');
    command('look')
      .querySelector('code')
      ?.dispatchEvent(new Event('copy', {bubbles: true}));
    await waitFor(() => expect(find('[data-timeline]').textContent).toContain('Command copied'));
  });

  it('fills its commands from the link, and copies them without prompt', async () => {
    open('?namespace=prod&path=%2Fmy+data');
    expect(find('[data-summary]').textContent).toContain('NAMESPACE=prod');
    expect(await copy(command('look'))).toBe('Copied.');
    expect(copied).toEqual([`ls 'prod' "a"'/my data'""`]);
  });

  it('leaves what it has no value for as it was written, and says so', async () => {
    open('?namespace=prod');
    expect(await copy(command('look'))).toBe('Copied. Not filled: PATH_.');
    expect(copied).toEqual([`ls 'prod' "a$PATH_"`]);
  });

  it('takes what is typed, refuses what does not fit, and remembers both in this tab', () => {
    open('?namespace=prod');
    type('NAMESPACE', 'UPPER');
    expect(find('input[name="NAMESPACE"]').getAttribute('aria-invalid')).toBe('true');
    expect(command('look').textContent).toContain('"$NAMESPACE"');
    type('NAMESPACE', 'web');
    expect(command('look').textContent).toContain(`ls 'web'`);
    close();
    document.body.innerHTML = html;
    open('?namespace=prod');
    expect(command('look').textContent).toContain(`ls 'web'`);
    close();
    document.body.innerHTML = html;
    // Another alert's link: what was typed for this one does not stay.
    open('?namespace=test');
    expect(command('look').textContent).toContain(`ls 'test'`);
  });

  it('fills no place twice when a value changes', () => {
    open('?namespace=prod');
    type('NAMESPACE', '$NAMESPACE'.toLowerCase().replace('$', ''));
    type('NAMESPACE', '');
    expect(command('look').textContent).toContain('ls "$NAMESPACE" "a$PATH_"');
  });

  it('copies a change only once its undo was seen, and its undo at any time', async () => {
    open();
    const button = command('mend').querySelector('[data-copy]');
    expect(button?.getAttribute('aria-disabled')).toBe('true');
    expect(await copy(command('mend'))).toBe('Read the undo first. Then this button works.');
    expect(copied).toEqual([]);
    await copy(find('[data-undo] [data-command]'));
    const undo = find('[data-undo]') as HTMLDetailsElement;
    undo.open = true;
    undo.dispatchEvent(new Event('toggle'));
    await waitFor(() => expect(command('mend').querySelector('[data-copied]')?.textContent).toBe('Undo seen. The command can be copied.'));
    await copy(command('mend'));
    await waitFor(() => expect(copied).toEqual(['undo', 'mend']));
  });

  it('says which way a live value points, and nothing while it is unknown', async () => {
    open();
    const word = find('[data-live]');
    const points = (): string | undefined => find('[data-step="look"]').dataset['points'];
    for (const [state, expected] of [
      ['degraded', 'aside'],
      ['ok', 'on'],
      ['unknown', undefined],
    ] as const) {
      word.dataset['state'] = state;
      await waitFor(() => expect(points()).toBe(expected));
    }
  });

  it('writes down what was done, with the step that it was done in', async () => {
    open();
    await copy(command('look'));
    find('[data-step="look"] input').click();
    expect(find('[data-step="look"]').hasAttribute('data-done')).toBe(true);
    const panel = find('.timeline-panel') as HTMLDetailsElement;
    panel.open = true;
    panel.dispatchEvent(new Event('toggle'));
    await waitFor(() => expect(find('[data-timeline]').textContent).toMatch(/Look[\s\S]*Look/));
  });
});
