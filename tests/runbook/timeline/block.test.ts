import * as fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {readBlocks, writeBlock} from '../../../src/runbook/timeline/block.ts';
import type {Entry, Incident} from '../../../src/runbook/timeline/contract.ts';
import {entryAt, incident} from './samples.ts';

const text = writeBlock(incident);

describe('the block of a timeline', () => {
  it('is read back as it was', () => {
    expect(readBlocks(text)).toEqual({kind: 'read', incidents: [incident]});
  });

  it('is read back whatever somebody wrote, and holds nothing that a page could stumble over', () => {
    const entry: fc.Arbitrary<Entry> = fc
      .string({unit: 'binary', maxLength: 40})
      .map((words) => entryAt('03:12:00', {kind: 'noted', text: words}));
    fc.assert(
      fc.property(fc.array(entry, {maxLength: 4}), (entries) => {
        const one: Incident = {...incident, entries};
        expect(writeBlock(one)).not.toMatch(/[`<>\u202e]/);
        expect(readBlocks(writeBlock(one))).toEqual({kind: 'read', incidents: [one]});
      }),
    );
  });

  it.each([
    ['words around it', `Here it is:\n\`\`\`json handbook-timeline\n${text}\n\`\`\`\nthanks {a}`],
    ['a quoted mail', text.replace(/^/gm, '> ')],
    ['other line ends', text.replaceAll('\n', '\r\n')],
    ['spaces of the web', text.replaceAll(',\n', ',\u00a0\n')],
  ])('is found through %s', (_, pasted) => {
    expect(readBlocks(pasted)).toEqual({kind: 'read', incidents: [incident]});
  });

  it('is read more than once in a text', () => {
    const other = {...incident, id: 'other'};
    expect(readBlocks(`${text}\n\n${writeBlock(other)}`)).toEqual({kind: 'read', incidents: [incident, other]});
  });

  it.each([
    ['nothing', 'a text without it', 'nothing'],
    ['an empty field', '', 'nothing'],
    ['an end that is missing', text.slice(0, -30), 'broken'],
    ['round quotes', text.replaceAll('"', '”'), 'broken'],
    ['another version', text.replace('"handbook-timeline":1', '"handbook-timeline":2'), 'newer'],
    ['no entries', '{"handbook-timeline":1,"incident":{}}', 'broken'],
  ])('is refused for %s', (_, pasted, kind) => {
    expect(readBlocks(pasted)).toEqual({kind});
  });

  it.each([
    ['a kind that is not known', '"kind":"ticked"', '"kind":"burnt"'],
    ['a time that is none', '"at":"2026-11-21T18:12:07.250Z"', '"at":"2026-13-21T18:12:07.250Z"'],
    ['a page that leads elsewhere', '"page":"runbooks/pod-crash-looping"', '"page":"//evil.example/x"'],
  ])('is refused as a whole for one entry with %s', (_, right, wrong) => {
    expect(text).toContain(right);
    expect(readBlocks(text.replace(right, wrong))).toMatchObject({kind: 'entry'});
  });

  it('keeps only what is known of an entry', () => {
    const more = text.replace('"kind":"ticked"', '"kind":"ticked","onclick":"alert(1)"');
    expect(readBlocks(more)).toEqual({kind: 'read', incidents: [incident]});
  });
});
