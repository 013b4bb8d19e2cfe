import {describe, expect, it} from 'vitest';
import {planText} from '../../src/policies/plan-text.ts';

const text = '{"format_version": "1.2"}';

describe('planText', () => {
  it('reads UTF-8, with a mark of byte order or without', () => {
    expect(planText('a.json', Buffer.from(text))).toBe(text);
    expect(planText('a.json', Buffer.from(`\uFEFF${text}`))).toBe(text);
    expect(planText('a.json', Buffer.from(''))).toBe('');
  });

  it.each([
    ['little-endian with its mark', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['little-endian', Buffer.from(text, 'utf16le')],
    ['big-endian with its mark', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
    ['big-endian', Buffer.from(text, 'utf16le').swap16()],
  ])('says that it found UTF-16: %s', (_, bytes) => {
    expect(() => planText('a.json', bytes)).toThrow('a.json: found UTF-16, expected UTF-8');
  });

  it('refuses bytes that are no UTF-8', () => {
    expect(() => planText('a.json', Buffer.from([0x7b, 0x93, 0x7d]))).toThrow('a.json: found bytes that are no UTF-8, expected UTF-8');
  });
});
