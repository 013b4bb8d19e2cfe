import * as z from 'zod';
import type {Provider} from '../../catalog/live-contract.ts';
import type {Adapter, ProviderWord} from './adapter.ts';
import {pointed, said} from './json-pointer.ts';
import {AskError} from './reading.ts';

/**
 * Reads a provider's word from any answer in JSON: what stands at `value`, as `words` translates it. `true` and `1` are words too.
 * @throws {AskError} `parse` for a word that `words` does not have.
 */
export const readJsonProvider: Adapter<Extract<Provider, {kind: 'json'}>, ProviderWord> = async (config, outside) => {
  const answer = await outside.json(new URL(config.url), z.unknown());
  const found = pointed(answer.body, config.value);
  const theirs = ['string', 'number', 'boolean'].includes(typeof found) ? String(found) : undefined;
  const word = theirs !== undefined && Object.hasOwn(config.words, theirs) ? config.words[theirs] : undefined;
  if (word === undefined) throw new AskError('parse', `what stands at ${config.value} is not among the words`);
  return {word, ...said(answer, config)};
};
