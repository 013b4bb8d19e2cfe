import {columns, type Column} from '../board/shapes.ts';
import type {BoardTexts, Prompt, ScriptLine} from './board-facts.ts';
import {sectionsOf, type Block} from './sections.ts';

/** The words of a board, out of the template page and the facilitation guide of one language. */
export function boardTexts({kpt, facilitation}: {readonly kpt: string; readonly facilitation: string}): BoardTexts {
  const page = sectionsOf(kpt);
  const section = (id: string): readonly Block[] => page.get(id) ?? [];
  const script = [...sectionsOf(facilitation)].flatMap(([id, blocks]) => {
    const lines = linesOf(blocks);
    return id.startsWith('say-') && lines.length > 0 ? [[id.slice('say-'.length), lines] as const] : [];
  });
  return {
    background: section('background').flatMap((block) => (block.kind === 'paragraph' ? [block.text] : [])),
    firstTime: section('first-time').flatMap((block) => (block.kind === 'list' ? block.items : [])),
    rules: rowsOf(section('rules')).flatMap(([rule, because]) => (rule && because ? [{rule, because}] : [])),
    prompts: Object.fromEntries(
      rowsOf(section('prompts')).flatMap(([name = '', ask, poor, better]): [Column, Prompt][] => {
        const column = columns.find((known) => known === name.toLowerCase());
        return column !== undefined && ask && poor && better ? [[column, {ask, poor, better}]] : [];
      }),
    ),
    script: Object.fromEntries(script),
  };
}

function rowsOf(blocks: readonly Block[]): readonly (readonly string[])[] {
  return blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []));
}

/** A sentence that stands before a quote says when to say it. */
function linesOf(blocks: readonly Block[]): ScriptLine[] {
  return blocks.flatMap((block, n): ScriptLine[] => {
    if (block.kind !== 'quote') return [];
    const before = blocks[n - 1];
    const when = before?.kind === 'paragraph' ? before.text.replace(/[:：]$/, '') : undefined;
    return block.text.split('\n').map((say, i) => (i === 0 && when !== undefined ? {when, say} : {say}));
  });
}
