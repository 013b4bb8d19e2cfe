import {useHistory, useLocation} from '@docusaurus/router';
import useBaseUrl from '@docusaurus/useBaseUrl';
import {useEffect, useState} from 'react';
import {useLanguage} from '../page/use-language.ts';
import {readAsked} from '../runbook/lane/asked-alert.ts';
import {byName} from './by-name.ts';
import type {Directory} from './directory.ts';
import {answerUnknown, type UnknownAlert} from './unknown-alert.ts';

/** What is known about the address of an alert; the answer is undefined when the directory could not be had. */
export interface AlertHere {
  readonly address: string;
  readonly answer: UnknownAlert | undefined;
}

const patienceMs = 10_000;

/**
 * What to answer at the address of an alert, `/r/<AlertName>`, when somebody came to it within the site. A known alert leads to its page, with
 * the query. The directory is asked for then only; undefined until it has come, and at other addresses.
 */
export function useUnknownAlert(): AlertHere | undefined {
  const [here, setHere] = useState<AlertHere>();
  const {pathname, search, hash} = useLocation();
  const history = useHistory();
  const root = useBaseUrl('/');
  const language = useLanguage();
  useEffect(() => {
    const {alertname, labels, rest} = readAsked({pathname, search, hash}, root);
    if (alertname === undefined) return undefined;
    const address = pathname + search;
    let hasLeft = false;
    const show = (directory: Directory): void => {
      if (hasLeft) return;
      const found = byName(directory.runbooks)(alertname);
      if (found !== undefined) history.replace(`${root}${found.runbook.slug}${rest}`);
      else setHere({address, answer: answerUnknown({alertname, labels}, directory, language)});
    };
    fetch(`${root}r/index.json`, {signal: AbortSignal.timeout(patienceMs)})
      .then((response) =>
        response.ok ? response.json() : Promise.reject(new Error(`The directory of alerts answered ${response.status}.`)),
      )
      // The build wrote it, in this very shape.
      .then((directory) => show(directory as Directory))
      .catch(() => {
        if (!hasLeft) setHere({address, answer: undefined});
      });
    return () => {
      hasLeft = true;
    };
  }, [pathname, search, hash, history, root, language]);
  return here?.address === pathname + search ? here : undefined;
}
