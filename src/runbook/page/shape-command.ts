import type {Code, PhrasingContent, RootContent} from 'mdast';
import type {Language} from '../../catalog/contract.ts';
import {readConsole, type ConsolePart} from '../commands/console.ts';
import {segments, type Place} from '../commands/contract.ts';
import {isCommand, isShell, markPlaces, type PlaceSlip} from '../commands/mark-places.ts';
import {never} from '../commands/never.ts';
import {messages} from './messages.ts';
import {block, inline, verbatim, type Attributes} from './nodes.ts';

interface Options {
  /** Names of the parameters that the page declares. */
  readonly params: readonly string[];
  /** What the command is for: the title of its step, or of its section. */
  readonly title: string;
  readonly language: Language;
}

/** A fence as the page shows it: a command that can be filled and copied, or text that is only read. */
export function shapeFence({lang, value}: Code, {params, title, language}: Options): {node: RootContent; slips: readonly PlaceSlip[]} {
  const say = messages[language];
  if (lang === null || lang === undefined || !isCommand(lang)) {
    const label = lang === 'text' ? say.output : undefined;
    const pre = block('pre', {tabIndex: '0', 'data-output': lang ?? '', 'aria-label': label}, [inline('code', {}, [verbatim(value)])]);
    return {node: pre, slips: []};
  }
  const parts: readonly ConsolePart[] = (isShell(lang) ? readConsole(value, lang) : undefined) ?? [{kind: 'command', text: value}];
  const slips: PlaceSlip[] = [];
  let line = 0;
  const nodes = parts.flatMap(({kind, text}): PhrasingContent[] => {
    const before = line;
    line += text.split('\n').length - 1;
    if (kind === 'prompt') return [inline('span', {'data-prompt': true}, [verbatim(text)])];
    if (kind === 'output') return [inline('span', {'data-printed': true}, [verbatim(text)])];
    const marked = markPlaces(text, {lang, params});
    slips.push(...marked.slips.map((slip) => ({...slip, line: slip.line + before})));
    return segments({text, places: marked.places}).map((segment) =>
      'place' in segment ? inline('span', placeAttributes(segment.place, language), [verbatim(segment.text)]) : verbatim(segment.text),
    );
  });
  const node = block('div', {'data-command': true, 'data-lang': lang}, [
    block('pre', {tabIndex: '0'}, [inline('code', {}, nodes)]),
    block('p', {'data-act': true}, [
      inline('button', {type: 'button', 'data-copy': true, 'aria-label': say.copyOf(title), hidden: true}, [say.copy]),
      inline('output', {'data-copied': true}, []),
    ]),
  ]);
  return {node, slips};
}

function placeAttributes({name, context, why}: Place, language: Language): Attributes {
  const refused = why !== undefined;
  return {
    'data-param': name,
    'data-context': context,
    'data-why': why,
    'data-refused': refused || undefined,
    title: refused ? never[language][why] : undefined,
  };
}
