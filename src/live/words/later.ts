import {useEffect, useState} from 'react';

/**
 * A part of the page that comes when it is wanted: undefined until it is here, `failed` on a page that has lost its server. It is asked for
 * anew each time that it is wanted again.
 */
export function useLater<T extends object>(load: () => Promise<T>, wanted: boolean): T | 'failed' | undefined {
  const [held, setHeld] = useState<T | 'failed'>();
  const here = typeof held === 'object';
  useEffect(() => {
    if (!wanted || here) return undefined;
    let gone = false;
    void load().then(
      (part) => !gone && setHeld(part),
      () => !gone && setHeld('failed'),
    );
    return () => {
      gone = true;
    };
  }, [load, wanted, here]);
  return held;
}
