import {describe, expect, it} from 'vitest';
import {assignment, valuesFrom} from '../../src/runbook/values.ts';

const params = [
  {name: 'NAMESPACE', label: 'namespace', example: 'prod', pattern: '[a-z-]+'},
  {name: 'TARGET', label: 'instance', example: 'https://share.reiji.example/'},
];
const lines = (query: string): string[] => valuesFrom(query, params).map(assignment);

describe('valuesFrom', () => {
  it('takes what the link brings, quoted for a shell', () => {
    expect(lines(`?namespace=stage&instance=${encodeURIComponent("https://x.example/?a='$(id)'")}`)).toEqual([
      "NAMESPACE='stage'",
      String.raw`TARGET='https://x.example/?a='\''$(id)'\'''`,
    ]);
  });

  it('leaves empty what the link does not bring', () => {
    expect(lines('')).toEqual(["NAMESPACE=''", "TARGET=''"]);
  });

  it.each(['?namespace=Stage', '?namespace=a%20b', '?namespace=stage%0Arm', '?instance=a%00b', '?instance='])(
    'leaves empty what cannot be meant: %s',
    (query) => {
      expect(lines(query)).toEqual(["NAMESPACE=''", "TARGET=''"]);
    },
  );
});
