import {expect, it} from 'vitest';
import {memberOf, newVisitor} from '../../../src/retro/room/member.server.ts';

const [board, other] = ['aaaaaaaaaaaaaaaaaaaaaa', 'bbbbbbbbbbbbbbbbbbbbbb'];
const [token, another] = ['tttttttttttttttttttttt', 'uuuuuuuuuuuuuuuuuuuuuu'];

it('is the same for a token on one board, and another one on another board', () => {
  const member = memberOf(board, token, newVisitor(undefined));
  expect(member).toMatch(/^[0-9a-f]{16}$/);
  expect(memberOf(board, token, newVisitor(undefined))).toBe(member);
  expect(memberOf(other, token, newVisitor(undefined))).not.toBe(member);
  expect(memberOf(board, another, newVisitor(undefined))).not.toBe(member);
});

it('is whoever the gate has verified, whatever token is shown', () => {
  expect(memberOf(board, token, newVisitor('reader'))).toBe(memberOf(board, another, newVisitor('reader')));
  expect(memberOf(board, token, newVisitor('reader'))).not.toBe(memberOf(board, token, newVisitor('somebody')));
});

it('is one person a websocket without a token, or with one that could be guessed', () => {
  for (const guessed of ['', 'a', token.slice(1), `${token}\n`]) {
    const visitor = newVisitor(undefined);
    expect(memberOf(board, guessed, visitor)).toBe(memberOf(board, '', visitor));
    expect(memberOf(board, guessed, visitor)).not.toBe(memberOf(board, guessed, newVisitor(undefined)));
  }
});
