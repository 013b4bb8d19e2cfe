import {useEffect, useRef, useState, type ChangeEvent} from 'react';

interface Field {
  readonly value: string;
  readonly onChange: (event: ChangeEvent<HTMLInputElement>) => void;
  readonly onBlur: () => void;
}

const pauseMs = 400;

/** A field whose words are written when the person pauses or leaves it: each writing stays in the board's history for good. */
export function useLateText(shared: string, write: (text: string) => void): Field {
  const [own, setOwn] = useState<string>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const waiting = useRef<() => void>(undefined);
  const flush = (): void => {
    clearTimeout(timer.current);
    const work = waiting.current;
    waiting.current = undefined;
    work?.();
  };
  useEffect(() => {
    const hidden = (): void => waiting.current?.();
    document.addEventListener('visibilitychange', hidden);
    return () => {
      document.removeEventListener('visibilitychange', hidden);
      clearTimeout(timer.current);
      waiting.current?.();
    };
  }, []);
  return {
    value: own ?? shared,
    onChange: ({target: {value}}) => {
      setOwn(value);
      waiting.current = () => write(value);
      clearTimeout(timer.current);
      timer.current = setTimeout(flush, pauseMs);
    },
    onBlur: () => {
      flush();
      setOwn(undefined);
    },
  };
}
