import {globSync} from 'node:fs';
import {basename} from 'node:path';
import {describe, expect, it} from 'vitest';
import {registersOf} from '../support/registers.ts';

describe('the security baseline', () => {
  const rows = registersOf('.').policies.map(({value}) => value);

  it('names each policy that there is, once, and no other', () => {
    const ids = globSync('src/policies/rules/*.ts').map((file) => `policy/${basename(file, '.ts')}`);
    expect(rows.flatMap(({policy}) => policy ?? []).toSorted()).toEqual(ids.toSorted());
  });

  it('says why nothing enforces the others', () => {
    expect(rows.filter(({policy, not_enforced: none}) => (policy === undefined) !== (none !== undefined))).toEqual([]);
  });
});
