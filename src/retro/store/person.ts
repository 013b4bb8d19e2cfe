import {longestName} from '../board/wire.ts';
import {randomId} from './random-id.ts';

/** The person at this browser. Where nothing can be kept, they are somebody else in every tab. */
export interface Person {
  /** By which the server knows them again: 128 random bits. Nobody else may see it. */
  readonly token: string;
  readonly name: () => string;
  readonly setName: (name: string) => void;
}

const [tokenKey, nameKey] = ['handbook-board-person', 'handbook-board-name'];

export function readPerson(): Person {
  let name = recall(nameKey) ?? '';
  return {
    token: keepToken(),
    name: () => name,
    setName: (wanted) => {
      name = wanted.slice(0, longestName);
      remember(nameKey, name);
    },
  };
}

let token: string | undefined;

function keepToken(): string {
  const known = recall(tokenKey);
  if (known !== undefined && /^[\w-]{22}$/.test(known)) return known;
  token ??= randomId();
  remember(tokenKey, token);
  return token;
}

function recall(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // This tab knows it.
  }
}
