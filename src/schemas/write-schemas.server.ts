import {writeFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import * as prettier from 'prettier';
import {schemas} from './schemas.ts';
import {writeSchema} from './write-schema.ts';

/** `npm run schemas`: one file for each kind of file that people write, for editors. */
const root = resolve(import.meta.dirname, '../..');
for (const schema of schemas) {
  const path = join(root, 'schemas', `${schema.name}.schema.json`);
  writeFileSync(path, await prettier.format(writeSchema(schema), {...(await prettier.resolveConfig(path)), filepath: path}));
}
