import * as z from 'zod';
import type {Provider} from '../../catalog/live-contract.ts';
import {states, type Known} from '../state.ts';
import type {Adapter, ProviderWord} from './adapter.ts';
import {AskError} from './reading.ts';

type Word = Known['state'];

const pageWords = new Map<string, Word>([
  ['none', 'ok'],
  ['minor', 'degraded'],
  ['major', 'down'],
  ['critical', 'down'],
  ['maintenance', 'maintenance'],
]);
const componentWords = new Map<string, Word>([
  ['operational', 'ok'],
  ['degraded_performance', 'degraded'],
  ['partial_outage', 'degraded'],
  ['major_outage', 'down'],
  ['under_maintenance', 'maintenance'],
]);

const Summary = z.object({
  status: z.object({indicator: z.string()}),
  components: z.array(z.object({id: z.string(), name: z.string(), status: z.string(), group_id: z.string().nullish()})),
});

/**
 * Reads `summary.json`, which every page of Atlassian Statuspage serves, and several lookalikes too: the whole page by its indicator, or one
 * component. A group is as bad as the worst of it and what it holds, and so are several components of one name.
 * https://www.atlassian.com/software/statuspage
 * @throws {AskError} `no-series` when the page has no such component.
 */
export const readStatuspage: Adapter<Extract<Provider, {kind: 'statuspage'}>, ProviderWord> = async ({url, component}, outside) => {
  const {body} = await outside.json(new URL(url), Summary);
  if (component === undefined) return {word: meaning(pageWords, body.status.indicator)};
  const named = body.components.filter(({name}) => name === component);
  const ids = new Set(named.map(({id}) => id));
  const held = body.components.filter(({group_id: group}) => typeof group === 'string' && ids.has(group));
  const words = [...named, ...held].map(({status}) => meaning(componentWords, status));
  const word = states.find((state): state is Word => words.some((said) => said === state));
  if (word === undefined) throw new AskError('no-series', 'the page has no component of this name');
  return {word};
};

function meaning(words: ReadonlyMap<string, Word>, theirs: string): Word {
  const word = words.get(theirs);
  if (word === undefined) throw new AskError('parse', 'the page uses a word that is not known here');
  return word;
}
