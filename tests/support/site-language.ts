import {onTestFinished} from 'vitest';
import type {Language} from '../../src/catalog/contract.ts';

let current: Language = 'en';

export function siteLanguage(): Language {
  return current;
}

/** Shows components in a language until the test is over. */
export function speak(language: Language): void {
  current = language;
  onTestFinished(() => {
    current = 'en';
  });
}
