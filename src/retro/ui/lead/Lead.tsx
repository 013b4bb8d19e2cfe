import {useState, type ReactNode} from 'react';
import {nextBox} from '../../board/phases.ts';
import {useBoard} from '../board-context.ts';
import {nameOf} from '../head/People.tsx';
import {End} from './End.tsx';
import styles from './Lead.module.css';
import {Script} from './Script.tsx';
import {Share, type Sharing} from './Share.tsx';

/** What only the facilitator has on their screen; the others see who leads. */
export function Lead(): ReactNode {
  const {view, store, isClosed, say} = useBoard();
  const {me, people, board, connection} = view;
  const [sharing, setSharing] = useState<Sharing>();
  const [isOpen, setOpen] = useState(false);
  if (me.isLeader) return <Panel isOpen={isOpen} setOpen={setOpen} share={<Share state={sharing} setState={setSharing} />} />;
  const leader = people.find(({member}) => member === board.meta.leader);
  return (
    <aside className={styles.others} aria-label={say.leads}>
      {/* Without the server, nobody here can know who leads, or take it. */}
      {!isClosed && connection.isThere && (
        <>
          <p>{leader === undefined ? say.lead.nobody : say.lead.who(nameOf(leader, say))}</p>
          {(me.hasKey || board.meta.leader === undefined) && (
            <button type="button" onClick={store.takeLead}>
              {say.lead.take}
            </button>
          )}
        </>
      )}
    </aside>
  );
}

interface PanelProps {
  readonly isOpen: boolean;
  readonly setOpen: (isOpen: boolean) => void;
  readonly share: ReactNode;
}

function Panel({isOpen, setOpen, share}: PanelProps): ReactNode {
  const {view, store, agenda, box, isClosed, language, say} = useBoard();
  const {endsAt, phase} = view.board.meta;
  const next = agenda === undefined ? undefined : nextBox(agenda, phase);
  const at = agenda?.boxes.findIndex(({id}) => id === phase) ?? -1;
  const before = agenda?.boxes[at - 1];
  const isRunning = endsAt !== undefined;
  const giveMinute = (): void => {
    const left = isRunning ? (endsAt - Date.now() - view.clockOffset) / 60_000 : 0;
    store.setTimer(Math.max(0, left) + 1);
  };
  return (
    <aside className={styles.panel} aria-label={say.lead.title} data-closed={isClosed || undefined}>
      {!isClosed && <Script />}
      {!isClosed && (
        <div className={styles.main}>
          {next !== undefined && (
            <button type="button" className={styles.next} onClick={() => store.goTo(next.id)}>
              {say.lead.next(next.title[language])}
            </button>
          )}
          <button type="button" onClick={giveMinute}>
            {say.lead.more}
          </button>
          {isRunning ? (
            <button type="button" onClick={() => store.setTimer(undefined)}>
              {say.lead.stop}
            </button>
          ) : (
            box !== undefined && (
              <button type="button" onClick={() => store.setTimer(box.minutes)}>
                {say.lead.start(box.minutes)}
              </button>
            )
          )}
          {next === undefined && <End.Close isMain />}
        </div>
      )}
      <details className={styles.more} open={isOpen} onToggle={({currentTarget}) => setOpen(currentTarget.open)}>
        <summary>{say.lead.role}</summary>
        <div>
          {!isClosed && before !== undefined && (
            <button type="button" onClick={() => store.goTo(before.id)}>
              {say.lead.back(before.title[language])}
            </button>
          )}
          {share}
          {!isClosed && <End.Pass />}
          {!isClosed && next !== undefined && <End.Close />}
          <End.Remove />
        </div>
      </details>
    </aside>
  );
}
