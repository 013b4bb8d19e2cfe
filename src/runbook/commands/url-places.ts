import type {Place} from './contract.ts';
import {mentions, type Found} from './found.ts';

/** Parameters in addresses, one a line: in path, query and fragment; never in what decides where the address leads. */
export function urlPlaces(text: string, params: readonly string[]): Found {
  const places = mentions(text, params).map((mention): Place => {
    const begin = text.lastIndexOf('\n', mention.from) + 1;
    const before = text.slice(begin, mention.from).trimStart();
    const isSettled = /^https?:\/\/[^\s/?#\\$]+[/?#]/.test(before) || /^\/(?![/\\])/.test(before);
    return isSettled ? {...mention, context: 'url'} : {...mention, context: 'never', why: 'url-authority'};
  });
  return {places, slips: []};
}
