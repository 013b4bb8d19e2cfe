import {reads} from './changing.ts';
import {someWord, valuesOf, type Judge, type Words} from './command-line.ts';

/** Short options of curl that take a value. */
const valued = 'XdTFHoAumwebcEKrtyYzCDPQx';
const writing = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** Requests over HTTP: those that send something change something, except where the path only answers a question. */
export const requests: Readonly<Record<string, Judge>> = {
  curl: (rest) => {
    const options = optionsOf(rest);
    const named = options.find(({name}) => name === 'X' || name === 'request')?.value?.toUpperCase();
    const sends = options.some(({name}) => /^(?:[dTF]|data(?:-.*)?|json|form(?:-string)?|upload-file)$/.test(name));
    const gets = options.some(({name}) => name === 'G' || name === 'get');
    return say('curl -X', {method: named ?? (sends && !gets ? 'POST' : 'GET'), rest});
  },
  wget: (rest) => {
    const [named] = valuesOf(rest, ['--method']);
    return say('wget --method', {method: named?.toUpperCase() ?? (someWord(rest, /^--post-(?:data|file)/) ? 'POST' : 'GET'), rest});
  },
};

function say(program: string, {method, rest}: {readonly method: string; readonly rest: Words}): string | undefined {
  if (!writing.has(method)) return undefined;
  return method === 'POST' && someWord(rest, reads) ? undefined : `${program} ${method}`;
}

/** Options with their values: `--data x`, `--data=x`, `-d x`, `-dx`, `-sXPOST`. */
function optionsOf(words: Words): {readonly name: string; readonly value: string | undefined}[] {
  return words.flatMap((word, at) => {
    if (word === undefined || !word.startsWith('-')) return [];
    if (word.startsWith('--')) {
      const [name = '', value = words[at + 1]] = word.slice(2).split('=');
      return [{name, value}];
    }
    const options: {name: string; value: string | undefined}[] = [];
    for (let i = 1; i < word.length; i += 1) {
      const name = word.charAt(i);
      if (!valued.includes(name)) options.push({name, value: undefined});
      else return [...options, {name, value: i + 1 < word.length ? word.slice(i + 1) : words[at + 1]}];
    }
    return options;
  });
}
