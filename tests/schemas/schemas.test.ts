import {globSync, readdirSync, readFileSync} from 'node:fs';
import {Ajv2020} from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import {describe, expect, it} from 'vitest';
import {parse, parseAllDocuments} from 'yaml';
import * as z from 'zod';
import {schemas} from '../../src/schemas/schemas.ts';
import {writeSchema} from '../../src/schemas/write-schema.ts';

const read = (name: string): object => JSON.parse(readFileSync(`schemas/${name}.schema.json`, 'utf8')) as object;
const ajv = addFormats.default(new Ajv2020({strict: false, allErrors: true}));

describe('the schemas for editors', () => {
  it.each(schemas)('are what npm run schemas writes: $name', (schema) => {
    expect(read(schema.name)).toEqual(JSON.parse(writeSchema(schema)));
  });

  it('are those of the list and no others', () => {
    expect(readdirSync('schemas').toSorted()).toEqual(schemas.map(({name}) => `${name}.schema.json`).toSorted());
  });

  it.each(schemas.filter(({files}) => files.length > 0))('let every file of the handbook through: $name', ({name, files}) => {
    const validate = ajv.compile(read(name));
    for (const file of globSync([...files])) {
      for (const document of parseAllDocuments(readFileSync(file, 'utf8')).map((one) => one.toJS() as unknown)) {
        validate(document);
        expect({file, errors: validate.errors}).toEqual({file, errors: null});
      }
    }
  });

  it('speak of every YAML file of data/', () => {
    const known = new Set(globSync(schemas.flatMap(({files}) => files)));
    expect(globSync('data/**/*.yaml', {exclude: (path) => path.endsWith('tests')}).filter((file) => !known.has(file))).toEqual([]);
  });

  it('are told to VS Code, each with its files', () => {
    const settings = z
      .object({'yaml.schemas': z.record(z.string(), z.union([z.string(), z.array(z.string())]))})
      .parse(parse(readFileSync('.vscode/settings.json', 'utf8').replaceAll(/^\s*\/\/.*$/gm, '')));
    const expected = schemas
      .filter(({files}) => files.length > 0)
      .map(({name, files}) => [`./schemas/${name}.schema.json`, files.length === 1 ? files[0] : [...files]]);
    expect(settings['yaml.schemas']).toEqual(Object.fromEntries(expected));
  });

  it('refuse a key that nobody knows, and say in the words of lint what a value has to be', () => {
    const shape = new Ajv2020({strict: false}).compile(read('severity'));
    expect(shape({labels: {critical: 'page'}})).toBe(true);
    expect(shape({labels: {critical: 'page'}, colour: 'red'})).toBe(false);
    expect(read('site')).toMatchObject({properties: {brand: {description: 'a colour such as #2f5d62'}}});
    expect(read('evidence')).toMatchObject({description: 'Lint checks more of this than the schema says.'});
  });

  it.each(schemas)('have no pattern that a flag changes: $name', ({shape}) => {
    const flags: string[] = [];
    z.toJSONSchema(shape, {
      io: 'input',
      unrepresentable: 'any',
      override: ({zodSchema: {_zod}}) => {
        for (const pattern of (_zod.bag['patterns'] as Iterable<RegExp> | undefined) ?? [])
          if (/[ims]/.test(pattern.flags)) flags.push(String(pattern));
      },
    });
    expect(flags).toEqual([]);
  });
});
