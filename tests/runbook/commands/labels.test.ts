import {describe, expect, it} from 'vitest';
import {labelsFrom} from '../../../src/runbook/commands/labels.ts';

const params = [
  {name: 'NS', label: 'namespace', pattern: '[a-z -]+'},
  {name: 'POD', label: 'pod'},
];
const read = (search: string, hash = ''): unknown => Object.fromEntries(labelsFrom({search, hash}, params));

describe('labelsFrom', () => {
  it.each([
    ['?namespace=prod&pod=web-1', '', {NS: {value: 'prod'}, POD: {value: 'web-1'}}],
    ['?namespace=my+prod&pod=%2Fvar%2Fmy%20data', '', {NS: {value: 'my prod'}, POD: {value: '/var/my data'}}],
    ['?namespace=prod&amp;pod=a', '', {NS: {value: 'prod'}, POD: {value: 'a'}}],
    ['?namespace=prod&amp;amp;pod=a', '', {NS: {value: 'prod'}, POD: {value: 'a'}}],
    ['', '#see-copies?namespace=prod&pod=a', {NS: {value: 'prod'}, POD: {value: 'a'}}],
    ['?namespace=prod', '#a?pod=b', {NS: {value: 'prod'}, POD: {value: 'b'}}],
    ['?namespace%3Dprod%26pod%3Da', '', {NS: {value: 'prod'}, POD: {value: 'a'}}],
    ['?namespace=my%2520prod&pod=a%252Fb', '', {NS: {value: 'my prod'}, POD: {value: 'a/b'}}],
    ['?namespace=prod&pod=a%2520b', '', {NS: {value: 'prod'}, POD: {value: 'a%20b'}}],
    ['?namespace=prod&namespace=prod', '', {NS: {value: 'prod'}}],
    ['?namespace=prod&namespace=dev', '', {NS: {refused: 'ambiguous'}}],
    ['?namespace=prod', '#a?namespace=dev', {NS: {refused: 'ambiguous'}}],
    ['?namespace=PROD&pod=a%0Ab', '', {NS: {refused: 'pattern'}, POD: {refused: 'line-break'}}],
    ['?pod=%FF', '', {POD: {refused: 'broken-text'}}],
    ['?namespace=&other=x', '', {}],
    ['', '#see-copies', {}],
    ['?pod=a&x=' + 'y'.repeat(20_000) + '&namespace=prod', '', {POD: {value: 'a'}}],
    ['?x=' + 'y'.repeat(19_980) + '&pod=' + 'a'.repeat(100), '', {}],
    ['?namespace%253Dprod', '', {}],
  ])('reads %j %j', (search, hash, expected) => {
    expect(read(search, hash)).toEqual(expected);
  });
});
