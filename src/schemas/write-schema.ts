import * as z from 'zod';
import type {Schema} from './schemas.ts';

/** Checks that lint makes and a schema cannot, where the code has no sentence for them. */
const more = 'Lint checks more of this than the schema says.';

/** The schema as JSON Schema of what an author may write, before defaults are filled in. https://json-schema.org/draft/2020-12 */
export function writeSchema({name, title, shape}: Schema): string {
  const body = z.toJSONSchema(shape, {
    io: 'input',
    // What is parsed further, such as a number that is written for an expression, may be anything here.
    unrepresentable: 'any',
    override: ({zodSchema, jsonSchema}) => {
      const told = sentencesOf(zodSchema);
      if (told.length > 0) jsonSchema.description = told.join('; ');
    },
  });
  const {$schema, ...rest} = body;
  return `${JSON.stringify({$schema, $id: `${name}.schema.json`, title, $comment: 'Written by npm run schemas.', ...rest}, null, 2)}\n`;
}

/** What a value has to be, in the words in which lint says it. */
function sentencesOf({_zod: {def}}: z.core.$ZodType): string[] {
  const said = [
    sentenceOf(def),
    ...(def.checks ?? []).map(({_zod}) => sentenceOf(_zod.def) ?? (_zod.def.check === 'custom' ? more : undefined)),
  ];
  return [...new Set(said.filter((sentence) => sentence !== undefined))];
}

function sentenceOf({error}: z.core.$ZodTypeDef | z.core.$ZodCheckDef): string | undefined {
  // A sentence is given as a constant here: it asks for no issue.
  const said = (error as z.core.$ZodErrorMap | undefined)?.({code: 'custom', input: undefined, path: [], message: ''});
  return typeof said === 'string' ? said : said?.message;
}
