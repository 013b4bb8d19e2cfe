import {readFileSync} from 'node:fs';
import {DuckDBInstance} from '@duckdb/node-api';
import {describe, expect, it} from 'vitest';
import {parse} from 'yaml';
import {checkRecipe} from '../../src/load-test/check-recipe.ts';
import {Recipe, type Treatment} from '../../src/load-test/contract.ts';

const recipe = Recipe.parse(parse(readFileSync('examples/load-test/seed.yaml', 'utf8')));
const changed = (table: string, change: (of: Recipe['tables'][number]) => Recipe['tables'][number]): Recipe => ({
  ...recipe,
  tables: recipe.tables.map((one) => (one.name === table ? change(one) : one)),
});
const treated = (table: string, column: string, treatment: Treatment): string[] =>
  checkRecipe(changed(table, (one) => ({...one, columns: {...one.columns, [column]: treatment}})));

describe('the seeding recipe', () => {
  it('brings no person into a test, and as many rows as production has', () => {
    expect(checkRecipe(recipe)).toEqual([]);
  });

  it.each([
    ['members', 'email', 'keep', 'members.email: found keep for something that names a person, expected one of replace, blank, drop'],
    ['members', 'password_hash', 'replace', 'members.password_hash: found replace for a secret, expected one of blank, drop'],
    ['members', 'latitude', 'keep', 'members.latitude: found keep for a place, expected one of shift, blank, drop'],
    ['reservations', 'message', 'replace', 'reservations.message: found replace for free text, expected one of blank, drop'],
    [
      'sessions',
      'ip_address',
      'keep',
      'sessions.ip_address: found keep for something that names a person, expected one of replace, blank, drop',
    ],
  ] as const)('is refused with %s.%s on %s', (table, column, treatment, said) => {
    expect(treated(table, column, treatment)).toEqual([said]);
  });

  it('is refused with a tenth of the rows and no reason', () => {
    const small = changed('reservations', (one) => ({...one, rows: 240_000}));
    expect(checkRecipe(small)).toEqual(['reservations: found 240000 rows, expected 1920000 or more of 2400000, or because: why not']);
    expect(checkRecipe(changed('reservations', (one) => ({...one, rows: 240_000, because: 'A first try.'})))).toEqual([]);
  });
});

describe('the checks of a filled database', () => {
  async function ask(row: Readonly<Record<string, string>>): Promise<string[]> {
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    for (const {name, columns} of recipe.tables) {
      const names = Object.keys(columns);
      await connection.run(`CREATE TABLE ${name} (${names.map((column) => `${column} VARCHAR`).join(', ')})`);
      if (!(name in row)) continue;
      const values = Object.fromEntries((row[name] ?? '').split(',').map((pair) => pair.split('=')));
      await connection.run(
        `INSERT INTO ${name} VALUES (${names.map((column) => (values[column] === undefined ? 'NULL' : `'${values[column]}'`)).join(', ')})`,
      );
    }
    const found: string[] = [];
    for (const {id, sql} of recipe.checks) if ((await connection.runAndReadAll(sql)).currentRowCount > 0) found.push(id);
    connection.closeSync();
    return found;
  }

  it('find nothing in what the recipe makes', async () => {
    expect(await ask({members: 'id=1,email=m1@members.example', tools: 'id=1', reservations: 'id=1,state=open'})).toEqual([]);
  });

  it.each([
    ['no-real-mail', {members: 'id=1,email=someone@mail.example'}],
    ['no-password', {members: 'id=1,email=m1@members.example,password_hash=x'}],
    ['no-free-text', {reservations: 'id=1,message=Hello'}],
    ['no-free-text', {tools: 'id=1,note=Ring twice'}],
    ['no-session', {sessions: 'id=1'}],
  ])('find what should not be there: %s', async (id, row) => {
    expect(await ask(row)).toEqual([id]);
  });
});
