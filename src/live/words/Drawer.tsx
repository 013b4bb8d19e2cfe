import {useId, useState, type ReactNode} from 'react';
import type {Consoles} from '../facts.ts';
import type {Live} from '../state.ts';
import styles from './Drawer.module.css';
import {useLanguage} from '../../page/use-language.ts';
import {useLater} from './later.ts';
import {phrases} from './phrases.ts';

const load = () => import('./Signals.tsx');

interface Props {
  readonly live: Live;
  readonly name: string;
  readonly consoles?: Consoles | undefined;
}

/**
 * What a state rests on: which signals, which of them failed and why, how old they are, how late they may be, and where to look. It is drawn
 * with the elements of a sentence alone, because a word may stand in one.
 */
export function Drawer({live, name, consoles}: Props): ReactNode {
  const say = phrases[useLanguage()];
  const [open, setOpen] = useState(false);
  const id = useId();
  const later = useLater(load, open);
  return (
    <>
      <button
        type="button"
        className={styles.why}
        aria-expanded={open}
        aria-controls={id}
        aria-label={`${say.why} ${name}`}
        onClick={() => setOpen(!open)}
      >
        {say.why}
      </button>
      <span id={id} className={styles.drawer} role="group" aria-label={`${say.evidence}: ${name}`} hidden={!open}>
        {open && later === 'failed' && say.notLoaded}
        {open && typeof later === 'object' && <later.Signals live={live} consoles={consoles} />}
      </span>
    </>
  );
}
