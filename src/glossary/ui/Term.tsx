import Link from '@docusaurus/Link';
import clsx from 'clsx';
import {useEffect, useId, useRef, useState, useSyncExternalStore, type CSSProperties, type ReactNode} from 'react';
import {useLanguage} from '../../page/use-language.ts';
import type {TermFacts} from '../facts.ts';
import styles from './Term.module.css';

interface Props {
  /** Given by the build. */
  readonly facts: TermFacts;
  /** The word as the sentence needs it, such as its plural; otherwise the word of the glossary. */
  readonly children?: ReactNode;
}

/** What opened the meaning decides what closes it: a pointer that leaves takes nothing from a finger or a keyboard. */
type Opened = 'hover' | 'focus' | 'press';

/**
 * A hard word whose meaning is shown on hover, focus and tap, until Escape or a press elsewhere. Until scripts run it is a link to the
 * glossary, on paper a plain word. https://www.w3.org/WAI/WCAG22/Understanding/content-on-hover-or-focus
 */
export function Term({facts, children = facts.term}: Props): ReactNode {
  const isAwake = useSyncExternalStore(never, yes, no);
  const [opened, setOpened] = useState<Opened>();
  const [place, setPlace] = useState<CSSProperties>();
  const whole = useRef<HTMLSpanElement>(null);
  const id = useId();
  const isOpen = opened !== undefined;
  useEffect(() => (isOpen ? whileOpen(whole, {close: () => setOpened(undefined), move: setPlace}) : undefined), [isOpen]);
  if (!isAwake) {
    // The rows of the glossary are addresses that the checker of links does not see.
    return (
      <Link className={clsx(styles.term)} to={`/reference/glossary#${facts.id}`} data-noBrokenLinkCheck>
        {children}
      </Link>
    );
  }
  const open = (by: Opened): void => {
    if (whole.current !== null && !isOpen) setPlace(placeBeside(whole.current));
    setOpened(by);
  };
  return (
    <span
      ref={whole}
      onPointerEnter={({pointerType}) => pointerType === 'mouse' && opened === undefined && open('hover')}
      onPointerLeave={() => opened === 'hover' && setOpened(undefined)}
    >
      <button
        type="button"
        className={styles.term}
        aria-describedby={id}
        onFocus={() => opened === undefined && open('focus')}
        onBlur={() => setOpened(undefined)}
        onClick={() => (opened === 'press' ? setOpened(undefined) : open('press'))}
      >
        {children}
      </button>
      <span id={id} role="tooltip" className={styles.meaning} style={place} hidden={!isOpen}>
        <Meaning facts={facts} />
      </span>
    </span>
  );
}

function Meaning({facts: {term, other, reading, means}}: Pick<Props, 'facts'>): ReactNode {
  const isJapanese = useLanguage() === 'ja';
  const beside = [reading, other].filter((part) => part !== undefined);
  const joined = isJapanese ? `（${beside.join('、')}）` : ` (${beside.join(', ')}) `;
  return (
    <>
      <b>{term}</b>
      {beside.length === 0 ? ' ' : joined}
      {means}
    </>
  );
}

/** Below the word and within the window: a word at the edge of a phone has its meaning beside it, not outside. */
function placeBeside(word: HTMLElement): CSSProperties {
  const {left, bottom, top} = word.getBoundingClientRect();
  const width = Math.min(widest, window.innerWidth - 2 * margin);
  const across = {left: Math.max(margin, Math.min(left, window.innerWidth - width - margin)), width};
  const hasRoom = bottom + tallest < window.innerHeight || top < tallest;
  return hasRoom ? {...across, top: bottom} : {...across, bottom: window.innerHeight - top};
}

/** CSS pixels. The longest meaning is about six lines of a narrow phone. */
const widest = 340;
const margin = 12;
const tallest = 180;

interface Doing {
  readonly close: () => void;
  readonly move: (place: CSSProperties) => void;
}

/** Returns what ends it. A page scrolls when a word below its edge gets the focus: the meaning goes along. */
function whileOpen(whole: {readonly current: HTMLElement | null}, {close, move}: Doing): () => void {
  const stop = new AbortController();
  const {signal} = stop;
  const again = (): void => {
    if (whole.current !== null) move(placeBeside(whole.current));
  };
  document.addEventListener('keydown', ({key}) => key === 'Escape' && close(), {signal});
  document.addEventListener('pointerdown', ({target}) => whole.current?.contains(target as Node) !== true && close(), {signal});
  window.addEventListener('scroll', again, {signal, capture: true, passive: true});
  window.addEventListener('resize', again, {signal});
  return () => stop.abort();
}

/** Whether scripts run does not change again. */
function never(): () => void {
  return () => undefined;
}

function yes(): boolean {
  return true;
}

function no(): boolean {
  return false;
}
