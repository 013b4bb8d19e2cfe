import {Doc, Map as YMap, Text as YText} from 'yjs';
import {addCard, beginBoard} from '../../../src/retro/board/edit-board.ts';
import {roots, type Column} from '../../../src/retro/board/shapes.ts';

/** A board in the box that is named, and nothing on it. */
export function boardIn(phase: string): Doc {
  const document = new Doc();
  beginBoard(document, {agenda: 'test', phase, lang: 'en', date: '2026-11-27', lastTries: []});
  return document;
}

/** Adds a card whose id and text are the same. */
export function card(document: Doc, id: string, column: Column = 'keep'): void {
  addCard(document, {id, column, text: id, createdAt: 1});
}

/** A card as somebody writes it who does not use our functions. */
export function strange(document: Doc, id: string, fields: Readonly<Record<string, unknown>>): void {
  const text = new YText(id);
  document.getMap(roots.cards).set(id, new YMap(Object.entries({column: 'keep', order: 0, createdAt: 1, text, ...fields})));
}
