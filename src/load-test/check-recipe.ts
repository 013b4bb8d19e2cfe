import type {Recipe, Treatment} from './contract.ts';

/** Below this share of production an index still fits into memory, and the test says nothing. */
const leastShare = 0.8;

/** What a column's name says of what is in it, and what may happen to such a thing. */
const kinds: readonly {readonly noun: string; readonly says: RegExp; readonly allowed: readonly Treatment[]}[] = [
  {noun: 'a secret', says: /password|passwd|secret|token|api_?key/, allowed: ['blank', 'drop']},
  {noun: 'free text', says: /(^|_)(note|message|comment|memo|body)s?$/, allowed: ['blank', 'drop']},
  {noun: 'a place', says: /latitude|longitude|(^|_)(lat|lon|lng)$/, allowed: ['shift', 'blank', 'drop']},
  {
    noun: 'something that names a person',
    says: /e?mail|phone|(^|_)(first|last|family|given|display|full|nick)_?name|address|birth|(^|_)ip$|kana$/,
    allowed: ['replace', 'blank', 'drop'],
  },
];

/** What is wrong with a recipe: a table that is too small to slow anything down, a column that would carry a person into a test. */
export function checkRecipe({tables}: Recipe): string[] {
  return tables.flatMap(({name, production, rows, because, columns}) => [
    ...(rows < production * leastShare && because === undefined
      ? [`${name}: found ${rows} rows, expected ${Math.ceil(production * leastShare)} or more of ${production}, or because: why not`]
      : []),
    ...Object.entries(columns).flatMap(([column, treatment]) => {
      const kind = kinds.find(({says}) => says.test(column.toLowerCase()));
      if (kind === undefined || kind.allowed.includes(treatment)) return [];
      return [`${name}.${column}: found ${treatment} for ${kind.noun}, expected one of ${kind.allowed.join(', ')}`];
    }),
  ]);
}
