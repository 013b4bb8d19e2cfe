import * as z from 'zod';
import type {Query} from '../../catalog/live-contract.ts';
import type {Adapter, Figure} from './adapter.ts';
import {pointed, said} from './json-pointer.ts';
import {AskError} from './reading.ts';

const decimal = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/;

/**
 * Reads a figure from any answer in JSON: a number, or a text that is wholly a number, as databases write decimals.
 * @throws {AskError} `parse` for anything else.
 */
export const readJsonFigure: Adapter<Extract<Query, {json: unknown}>, Figure> = async ({json}, outside) => {
  const answer = await outside.json(new URL(json.url), z.unknown());
  const found = pointed(answer.body, json.value);
  const figure = typeof found === 'number' || (typeof found === 'string' && decimal.test(found)) ? Number(found) : Number.NaN;
  if (!Number.isFinite(figure)) throw new AskError('parse', `what stands at ${json.value} is no number`);
  return {figure, ...said(answer, json)};
};
