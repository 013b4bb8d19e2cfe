import {lazy, Suspense, useState, type ReactNode} from 'react';
import {useBoard} from '../board-context.ts';
import styles from './Cards.module.css';

/** A part that the board can do without comes when it is asked for. With the server down it does not come, and says so. */
const LinkPicker = lazy(() =>
  import(/* webpackChunkName: "board-links" */ './LinkPicker.tsx').then(({LinkPicker: Picker}) => ({default: Picker}), notLoaded),
);
const TimelinePicker = lazy(() =>
  import(/* webpackChunkName: "board-timeline" */ './TimelinePicker.tsx').then(
    ({TimelinePicker: Picker}) => ({default: Picker}),
    notLoaded,
  ),
);

function notLoaded(): {readonly default: typeof NotLoaded} {
  return {default: NotLoaded};
}

function NotLoaded(): ReactNode {
  return <p role="alert">{useBoard().say.notLoaded}</p>;
}

/** Words for a card from elsewhere in the handbook: the address of a runbook, or what somebody did in an incident. Loaded when asked for. */
export function Pickers({pick}: {readonly pick: (words: string) => void}): ReactNode {
  const {say} = useBoard();
  const [open, setOpen] = useState<'link' | 'timeline'>();
  const Picker = open === 'link' ? LinkPicker : TimelinePicker;
  const toggle = (kind: 'link' | 'timeline') => () => setOpen(open === kind ? undefined : kind);
  return (
    <>
      <button type="button" aria-expanded={open === 'link'} onClick={toggle('link')}>
        {say.link}
      </button>
      <button type="button" aria-expanded={open === 'timeline'} onClick={toggle('timeline')}>
        {say.timeline}
      </button>
      {open !== undefined && (
        <div className={styles.picker}>
          <Suspense fallback={null}>
            <Picker
              pick={(words) => {
                setOpen(undefined);
                pick(words);
              }}
            />
          </Suspense>
        </div>
      )}
    </>
  );
}
