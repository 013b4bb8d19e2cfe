import {useEffect, type RefObject} from 'react';
import {useLanguage} from '../../page/use-language.ts';

/** Enlivens a page of steps once it is on the screen; the router mounts each page anew. Pages without steps load none of it. */
export function useOpenPage(root: RefObject<HTMLElement | null>): void {
  const language = useLanguage();
  useEffect(() => {
    if (root.current?.querySelector('[data-step], [data-command]') === null) return undefined;
    let close: (() => void) | undefined;
    let isGone = false;
    const open = async (): Promise<void> => {
      const [{openPage}, {makeEvidenceForm}] = await Promise.all([import('./open-page.ts'), import('../timeline/evidence-form.ts')]);
      if (!isGone && root.current !== null) close = openPage(root.current, {language, address: location, makeEvidence: makeEvidenceForm});
    };
    void open();
    return () => {
      isGone = true;
      close?.();
    };
  }, [root, language]);
}
