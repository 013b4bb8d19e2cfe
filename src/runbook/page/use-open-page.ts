import {useEffect, type RefObject} from 'react';
import {useLanguage} from '../../live/words/language.ts';

/** Enlivens a page of steps once it is on the screen. Pages without steps load none of it. */
export function useOpenPage(root: RefObject<HTMLElement | null>, page: string): void {
  const language = useLanguage();
  useEffect(() => {
    if (root.current?.querySelector('[data-step], [data-command]') === null) return undefined;
    let close: (() => void) | undefined;
    let isGone = false;
    void import('./open-page.ts').then(({openPage}) => {
      if (!isGone && root.current !== null) close = openPage(root.current, {language, address: location});
    });
    return () => {
      isGone = true;
      close?.();
    };
  }, [root, page, language]);
}
