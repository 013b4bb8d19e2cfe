import {useHistory} from '@docusaurus/router';
import useBaseUrl from '@docusaurus/useBaseUrl';
import {useEffect, useId, useState, type ReactNode} from 'react';
import type {Language} from '../../../catalog/contract.ts';
import {useLanguage} from '../../../page/use-language.ts';
import {stillOpen} from '../../board/still-open.ts';
import type {BoardFacts} from '../../facts/board-facts.ts';
import {createBoard, importBoard} from '../../store/boards-here.ts';
import {closedBoardsHere} from '../../store/closed-here.ts';
import {dayOf} from '../boxes/missing.ts';
import {messages} from '../messages.ts';
import styles from './Door.module.css';
import {Shelf} from './Shelf.tsx';

/** Where a board begins: a new one, one of this browser, or one out of a file. */
export function Door({facts}: {readonly facts: BoardFacts}): ReactNode {
  const language = useLanguage();
  const say = messages[language];
  const history = useHistory();
  const page = useBaseUrl('/retrospectives/board');
  const [fault, setFault] = useState<string>();
  const file = useId();
  const open = (id: string): void => history.push(`${page}?id=${id}`);
  const take = async (chosen: File | undefined): Promise<void> => {
    if (chosen === undefined) return;
    try {
      open(await importBoard(new Uint8Array(await chosen.arrayBuffer())));
    } catch {
      setFault(say.door.importFailed);
    }
  };
  return (
    <div className={styles.door}>
      <Begin facts={facts} language={language} open={open} />
      <section>
        <h2>{say.door.yours}</h2>
        <Shelf facts={facts} page={page} />
        <label htmlFor={file}>{say.door.import}</label>
        <input id={file} type="file" accept=".kptboard" onChange={({target: {files}}) => void take(files?.[0])} />
        <p className={styles.soft}>{say.door.importWhy}</p>
        {fault !== undefined && <p role="alert">{fault}</p>}
      </section>
    </div>
  );
}

interface BeginProps {
  readonly facts: BoardFacts;
  readonly language: Language;
  readonly open: (id: string) => void;
}

function Begin({facts, language, open}: BeginProps): ReactNode {
  const {agendas, lastRecorded} = facts;
  const say = messages[language];
  const [openTries, setOpenTries] = useState<ReturnType<typeof stillOpen>>(facts.openTries);
  useEffect(() => {
    // What was decided on a board of this browser counts before its record has come to the handbook.
    void closedBoardsHere(lastRecorded).then((boards) => setOpenTries(stillOpen(facts.openTries, boards)));
  }, [facts, lastRecorded]);
  const [agenda, setAgenda] = useState(() => (agendas.find(({id}) => id === 'kpt-60') ?? agendas[0])?.id);
  const [lang, setLang] = useState(language);
  const [isFailed, setFailed] = useState(false);
  const name = useId();
  const chosen = agendas.find(({id}) => id === agenda);
  const begin = async (): Promise<void> => {
    const [first] = chosen?.boxes ?? [];
    if (chosen === undefined || first === undefined) return;
    try {
      const lastTries = openTries.map(({lang: _written, ...fields}) => fields);
      open(await createBoard({agenda: chosen.id, phase: first.id, lang, date: dayOf(new Date()), lastTries}));
    } catch {
      setFailed(true);
    }
  };
  return (
    <form
      className={styles.begin}
      onSubmit={(event) => {
        event.preventDefault();
        void begin();
      }}
    >
      <h2>{say.door.begin}</h2>
      <fieldset>
        <legend>{say.door.agenda}</legend>
        {agendas.map(({id, title, minutes, group_size: {from, to}}) => (
          <label key={id}>
            <input type="radio" name={`${name}-agenda`} checked={id === agenda} onChange={() => setAgenda(id)} />
            <span>
              {title[language]}
              <small>
                {say.door.minutes(minutes)} · {say.door.groupSize(from, to)}
              </small>
            </span>
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{say.door.language}</legend>
        {(['en', 'ja'] as const satisfies readonly Language[]).map((each) => (
          <label key={each} lang={each}>
            <input type="radio" name={`${name}-lang`} checked={each === lang} onChange={() => setLang(each)} />
            <span>{say.languages[each]}</span>
          </label>
        ))}
        <p className={styles.soft}>{say.door.languageWhy}</p>
      </fieldset>
      <p>{openTries.length === 0 ? say.door.opensEmpty : say.door.opensWith(openTries.length)}</p>
      <ul>
        {openTries.map(({id, text, owner, check, lang: written}) => (
          <li key={id}>
            <span lang={written}>{text}</span>{' '}
            <small>
              {say.owner(owner)} · {say.checkOn(check)}
            </small>
          </li>
        ))}
      </ul>
      <button type="submit" className={styles.go}>
        {say.door.go}
      </button>
      {isFailed && <p role="alert">{say.door.failed}</p>}
      <p className={styles.soft}>{say.door.where}</p>
    </form>
  );
}
