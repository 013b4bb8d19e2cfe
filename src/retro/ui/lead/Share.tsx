import type {ReactNode} from 'react';
import type {ShareFault} from '../../store/board-store.ts';
import {useBoard} from '../board-context.ts';
import {CopyButton} from '../CopyButton.tsx';
import {download} from '../download.ts';
import styles from './Lead.module.css';

export type Sharing = 'sharing' | 'shared' | ShareFault | undefined;

interface Props {
  /** How it goes. It is kept above: while the server takes a board over, nobody leads for a moment, and this part is gone. */
  readonly state: Sharing;
  readonly setState: (state: Sharing) => void;
}

/** It is shown once, below much else: nobody should have to look for it. */
function bringIntoSight(element: HTMLElement | null): void {
  element?.scrollIntoView({block: 'nearest'});
}

/** Takes a board to the server, and gives the links that lead to it. The facilitator's link is shown once. */
export function Share({state, setState}: Props): ReactNode {
  const {view, store, say} = useBoard();
  const {life, board, id, me} = view;
  const invite = `${location.origin}${location.pathname}?id=${id}`;
  const key = state === 'shared' ? store.key() : undefined;
  const share = (): void => {
    setState('sharing');
    store.share().then(
      () => setState('shared'),
      ({message}: Error) => setState(Object.hasOwn(say.lead.faults, message) ? (message as ShareFault) : 'refused'),
    );
  };
  return (
    <section className={styles.share}>
      {life === 'alone' && (
        <>
          <button type="button" disabled={state === 'sharing'} onClick={share}>
            {say.lead.share}
          </button>
          <p>{say.lead.shareWhy}</p>
        </>
      )}
      <p role="status">
        {state === undefined || state === 'shared' ? '' : state === 'sharing' ? say.lead.sharing : say.lead.faults[state]}
      </p>
      {life === 'shared' && (
        <p>
          {say.lead.invite} <code>{invite}</code> <CopyButton text={invite} label={say.lead.inviteCopy} />
        </p>
      )}
      {key !== undefined && me.hasKey && (
        <div className={styles.key} ref={bringIntoSight}>
          <p>
            <strong>{say.lead.keyLink}</strong> {say.lead.keyWhy}
          </p>
          <p>
            <code>{`${invite}#key=${key}`}</code>
          </p>
          <CopyButton text={`${invite}#key=${key}`} label={say.lead.keyCopy} />{' '}
          <button type="button" onClick={() => setState(undefined)}>
            {say.lead.keyKept}
          </button>
        </div>
      )}
      <button
        type="button"
        onClick={() => download(`${board.meta.date}-${board.meta.agenda}.kptboard`, store.exportFile(), 'application/octet-stream')}
      >
        {say.lead.export}
      </button>
    </section>
  );
}
