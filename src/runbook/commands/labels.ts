import {checkValue, type Refusal} from './fill.ts';

interface Param {
  readonly name: string;
  readonly label: string;
  readonly pattern?: string | undefined;
}

export type Brought = {readonly value: string} | {readonly refused: Refusal};

/**
 * What the link of an alert brings for the parameters of a page, by the parameter's name. A label that is absent or empty has no entry. Understood,
 * because chat tools and templates write so: `&amp;` for `&`, a query behind the fragment, a whole query escaped once more, and a value escaped twice.
 *
 * A value that was escaped twice cannot be told from one that holds `%20` itself. Only a pattern decides: what it refuses as it stands and accepts
 * when decoded once more is decoded; a link so found out has the values without a pattern decoded too. Without such a proof nothing is changed.
 *
 * Of a longer query only the first 20,000 characters are read. Two different values for one label are refused as ambiguous.
 */
export function labelsFrom(
  {search, hash}: {readonly search: string; readonly hash: string},
  params: readonly Param[],
): Map<string, Brought> {
  const labels = [search, hash.includes('?') ? hash.slice(hash.indexOf('?')) : ''].flatMap((query) => entriesOf(shortened(query)));
  const read = params.map((param) => {
    const values = new Set(labels.flatMap(([label, value]) => (label === param.label && value !== '' ? [value] : [])));
    return {param, values: [...values]};
  });
  const isEscapedTwice = read.some(({param, values: [value]}) => value !== undefined && needsDecoding(value, param));
  return new Map(
    read.flatMap(({param, values: [value, other]}): [string, Brought][] => {
      if (value === undefined) return [];
      if (other !== undefined) return [[param.name, {refused: 'ambiguous'}]];
      const decode = isEscapedTwice && (param.pattern === undefined || needsDecoding(value, param));
      const meant = decode ? (decoded(value) ?? value) : value;
      const refused = checkValue(meant, param);
      return [[param.name, refused === undefined ? {value: meant} : {refused}]];
    }),
  );
}

/** Longer is no link of an alert. What is cut off does not leave half a value behind. */
function shortened(query: string): string {
  const most = 20_000;
  return query.length > most ? query.slice(0, Math.max(0, query.lastIndexOf('&', most))) : query;
}

function entriesOf(query: string, isEscaped = false): [string, string][] {
  return [...new URLSearchParams(query)].flatMap(([key, value]) => {
    // `?a%3D1%26b%3D2`: the separators were escaped with the rest.
    if (value === '' && key.includes('=') && !isEscaped) return entriesOf(key, true);
    return [[key.replace(/^(?:amp;)+/, ''), value] satisfies [string, string]];
  });
}

function needsDecoding(value: string, {pattern}: Param): boolean {
  if (pattern === undefined || checkValue(value, {pattern}) === undefined) return false;
  const again = decoded(value);
  return again !== undefined && again !== value && checkValue(again, {pattern}) === undefined;
}

function decoded(value: string): string | undefined {
  try {
    return decodeURIComponent(value.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}
