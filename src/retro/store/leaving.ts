/** Asks a reader who leaves whether they mean it, as long as something would be lost. */
export interface Leaving {
  readonly askBefore: (mustAsk: boolean) => void;
}

export function guardLeaving(): Leaving {
  let isAsking = false;
  const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
  return {
    askBefore: (mustAsk) => {
      if (mustAsk === isAsking) return;
      isAsking = mustAsk;
      // Only while it is needed: with such a listener browsers do not keep the page for the way back.
      if (mustAsk) addEventListener('beforeunload', ask);
      else removeEventListener('beforeunload', ask);
    },
  };
}
