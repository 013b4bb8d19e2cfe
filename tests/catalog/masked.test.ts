import {expect, it} from 'vitest';
import {masked} from '../../src/catalog/masked.ts';

it.each([
  ['"https://me:pass@a.example/x"', '"https://***@a.example/x"'],
  ['"https://me:p@ss@a.example/x"', '"https://***@a.example/x"'],
  ['"https://token@a.example"', '"https://***@a.example"'],
  ['"https://me:pa/ss@a.example"', '"https://***@a.example"'],
  ['"me:pass@a.example"', '"***@a.example"'],
  ['{"url":"https://me:pass@a.example/","probe":"p"}', '{"url":"https://***@a.example/","probe":"p"}'],
])('hides what may be a password: %s', (text, said) => {
  expect(masked(text)).toBe(said);
});

it.each(['"https://a.example:8443/x?y=1"', '"https://medium.example/@someone"', '"sre@a.example"', '{"en":"At 5: pm @ home"}'])(
  'leaves everything else: %s',
  (text) => {
    expect(masked(text)).toBe(text);
  },
);
