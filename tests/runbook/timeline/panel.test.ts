// @vitest-environment happy-dom
import {fireEvent, screen, waitFor, within} from '@testing-library/dom';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {readBlocks} from '../../../src/runbook/timeline/block.ts';
import {makeEvidenceForm} from '../../../src/runbook/timeline/evidence-form.ts';
import {toMarkdown} from '../../../src/runbook/timeline/markdown.ts';
import {openTimeline} from '../../../src/runbook/timeline/panel.ts';
import {openMemoryShelf, type Shelf} from '../../../src/runbook/timeline/shelf.ts';
import {incident, page, step} from './samples.ts';

let root: HTMLElement;
let shelf: Shelf;
let panels: ReturnType<typeof openTimeline>[];
const copied: string[] = [];

beforeEach(() => {
  document.body.innerHTML = `<div><section data-glance data-steps-hash="${'5'.repeat(64)}" data-alert-hash="${'a'.repeat(64)}"></section><section data-timeline></section></div>`;
  root = document.body.firstElementChild as HTMLElement;
  shelf = openMemoryShelf();
  panels = [];
  copied.length = 0;
  vi.stubGlobal('navigator', {clipboard: {writeText: async (text: string) => void copied.push(text)}});
});
afterEach(() => {
  for (const panel of panels) panel.close();
  vi.unstubAllGlobals();
});

function open({
  language = 'en',
  ticked = () => undefined,
  on = root,
  shelf: over = shelf,
}: Partial<{
  language: 'en' | 'ja';
  ticked: (steps: ReadonlySet<string>) => void;
  on: HTMLElement;
  shelf: Shelf;
}> = {}): ReturnType<typeof openTimeline> {
  const panel = openTimeline(on, {page, alerts: ['KubePodCrashLooping'], language, ticked, shelf: over, makeEvidence: makeEvidenceForm});
  panels.push(panel);
  const details = on.querySelector<HTMLDetailsElement>('.timeline-panel');
  if (details !== null) details.open = true;
  details?.dispatchEvent(new Event('toggle'));
  return panel;
}
const shows = (text: RegExp | string): Promise<HTMLElement> => screen.findByText(text);
const press = (name: string): boolean => fireEvent.click(screen.getByText(name, {selector: 'button'}));
const entries = (): string[] => [...root.querySelectorAll('.timeline-entry')].map(({textContent}) => textContent);
const kept = async (): Promise<number> => shelf.read(async (records) => (await records.incidents()).length);

describe('the timeline of a page', () => {
  it('writes nothing by being opened, nor by a live word that changes', async () => {
    open().record({kind: 'state', text: 'alert:A ok → firing'});
    await shows('Timeline · 0 entries');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await kept()).toBe(0);
  });

  it('writes what happened, with what waited for it, and says so', async () => {
    const panel = open();
    panel.record({kind: 'state', text: 'alert:A ok → firing'});
    panel.record({kind: 'ticked', step});
    await shows('Timeline · 3 entries');
    await shows(/^Written: \d\d:\d\d:\d\d .*Done: See how many copies are left$/);
    expect(entries().map((line) => line.replace(/^.*?(Done|Live|Opened)/, '$1'))).toEqual([
      'Done: See how many copies are left',
      'Live value: alert:A ok → firing',
      `Opened ${page}`,
    ]);
  });

  it('tells the page which steps are ticked, when it opens and when another tab ticks one', async () => {
    const first = open();
    first.record({kind: 'ticked', step});
    await shows('Timeline · 2 entries');
    const other = document.createElement('div');
    document.body.append(other);
    const told: string[][] = [];
    open({on: other, ticked: (steps) => void told.push([...steps])});
    await waitFor(() => expect(told.at(-1)).toEqual(['see-copies']));
    first.record({kind: 'unticked', step});
    await waitFor(() => expect(told.at(-1)).toEqual([]));
  });

  it('never takes back a tick that is just being written', async () => {
    const told: string[][] = [];
    const panel = open({ticked: (steps) => void told.push([...steps])});
    panel.record({kind: 'ticked', step});
    await shows('Timeline · 2 entries');
    expect(told).toEqual([['see-copies']]);
  });

  it('adds a note with Enter, but not with the Enter that chooses a Japanese word', async () => {
    open({language: 'ja'});
    const field = screen.getByLabelText<HTMLTextAreaElement>('メモ');
    field.value = '再起動';
    fireEvent.keyDown(field, {key: 'Enter', isComposing: true});
    fireEvent.keyDown(field, {key: 'Enter', keyCode: 229});
    fireEvent.keyDown(field, {key: 'Enter', shiftKey: true});
    expect(field.value).toBe('再起動');
    fireEvent.keyDown(field, {key: 'Enter'});
    await shows('タイムライン · 2件');
    expect(field.value).toBe('');
    expect(entries()[0]).toContain('再起動');
  });

  it('shows what was written as text, never as HTML', async () => {
    open().record({kind: 'noted', text: '<img src=x onerror=alert(1)>'});
    await shows('<img src=x onerror=alert(1)>');
    expect(root.querySelector('img')).toBeNull();
  });

  it('copies for the postmortem and as cards', async () => {
    open().record({kind: 'noted', text: 'look {here}'});
    await shows('Timeline · 2 entries');
    press('Copy for the postmortem');
    await shows('Copied.');
    expect(copied[0]).toMatch(/^## Timeline\n\nKubePodCrashLooping\n/);
    expect(readBlocks(copied[0] ?? '')).toMatchObject({kind: 'read', incidents: [{entries: [{kind: 'opened'}, {kind: 'noted'}]}]});
    press('Copy as cards');
    await waitFor(() => expect(copied[1]).toMatch(/^- \d\d:\d\d UTC look \{here\}\n$/));
  });

  it('shows the text selected where nothing can be copied', async () => {
    vi.stubGlobal('navigator', {});
    Object.assign(document, {execCommand: () => false});
    open().record({kind: 'noted', text: 'a'});
    await shows('Timeline · 2 entries');
    press('Copy for the postmortem');
    await shows(/select/);
    expect(root.querySelector<HTMLTextAreaElement>('.timeline-given')?.value).toContain('## Timeline');
  });

  it('imports what another device has copied, once', async () => {
    open();
    const field = screen.getByLabelText<HTMLTextAreaElement>(/^Paste/);
    const pasted = toMarkdown({...incident, startedAt: new Date().toISOString()}, {language: 'en'});
    field.value = pasted;
    press('Import');
    await shows('Imported: 5 new, 0 already here.');
    field.value = pasted;
    press('Import');
    await shows('Imported: 0 new, 5 already here.');
  });

  it.each([
    ['nothing here', /^No timeline found/],
    [toMarkdown(incident, {language: 'en'}).slice(0, -60), /^The block was cut off/],
    [toMarkdown(incident, {language: 'en'}).replace('"kind":"noted"', '"kind":"x"'), /^Entry 5 cannot be read/],
  ])('refuses %# with one sentence, and keeps the text', async (pasted, refused) => {
    open();
    const field = screen.getByLabelText<HTMLTextAreaElement>(/^Paste/);
    field.value = pasted;
    press('Import');
    await shows(refused);
    expect(field.value.length).toBeGreaterThan(0);
    expect(await kept()).toBe(0);
  });

  it('closes an incident, lists it, shows it and goes on with it', async () => {
    const told: string[][] = [];
    const panel = open({ticked: (steps) => void told.push([...steps])});
    panel.record({kind: 'ticked', step});
    await shows('Timeline · 2 entries');
    press('Close incident');
    await shows('Timeline · 0 entries');
    expect(told.at(-1)).toEqual([]);
    fireEvent.click(within(root).getByText(/^KubePodCrashLooping · /, {selector: 'li button'}));
    await waitFor(() => expect(entries()).toHaveLength(2));
    press('Go on with it');
    await shows('Timeline · 2 entries');
    await waitFor(() => expect(told.at(-1)).toEqual(['see-copies']));
  });

  it('begins a new incident', async () => {
    open().record({kind: 'ticked', step});
    await shows('Timeline · 2 entries');
    press('New incident');
    await shows('Timeline · 1 entry');
    expect(await kept()).toBe(2);
  });

  it('says loudly when nothing will be kept', async () => {
    const refused = (): Promise<never> => Promise.reject(new DOMException('no', 'SecurityError'));
    open({shelf: {read: refused, write: refused, end: () => undefined}}).record({kind: 'noted', text: 'a'});
    await waitFor(() => expect(screen.getByRole('alert').textContent).toMatch(/^Not saved/));
    await shows('Timeline · 2 entries');
  });

  it('offers the evidence file, with the hashes of what was used', async () => {
    open().record({kind: 'ticked', step});
    await shows('Timeline · 2 entries');
    const details = screen.getByText('Write evidence for this page').closest('details');
    if (details === null) throw new Error('no form');
    details.open = true;
    fireEvent(details, new Event('toggle'));
    fireEvent.input(screen.getByLabelText('Who used it (role)'), {target: {value: 'sre-primary'}});
    const form = details.querySelector('form');
    if (form !== null) fireEvent.submit(form);
    await shows(/^Copied. Save it as data\/evidence\/\d{4}-\d\d-\d\dT\d{4}Z-pod-crash-looping\.yaml$/);
    expect(copied[0]).toMatch(/^page: runbooks\/pod-crash-looping\nkind: incident\nby: 'sre-primary'\noutcome: worked\nminutes: 1\n/);
    expect(copied[0]).toContain(`steps: '${'5'.repeat(64)}'`);
  });

  it('leaves the page as it was when it is closed', () => {
    open().close();
    expect(root.querySelector('[data-timeline]')?.childElementCount).toBe(0);
  });

  it('makes its place where the page has none', () => {
    const bare = document.createElement('div');
    open({on: bare});
    expect(bare.querySelector('[data-timeline] .timeline')).not.toBeNull();
  });
});
