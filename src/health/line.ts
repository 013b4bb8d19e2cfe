import type {Language} from '../catalog/contract.ts';
import type {Text} from '../catalog/shapes.ts';
import {both, phrases} from './both.ts';
import {findingStates, type Aspect, type Finding, type FindingState} from './model.ts';

/** Findings, and names in one of them, that fit on a line. */
const mostSaid = 2;

/** The worst of several; of nothing, `none`. */
export function worstOf(states: readonly FindingState[]): FindingState {
  return findingStates.find((state) => states.includes(state)) ?? 'none';
}

/** Findings worst first, in one line: what needs somebody, in how many places nothing is written down, and how much is in order. */
export function lineOf(aspect: Aspect, findings: readonly Finding[], patient: Text): Text {
  const wrong = findings.filter(({state, isLacking}) => state !== 'ok' && state !== 'none' && !isLacking);
  const lacking = findings.filter(({isLacking}) => isLacking);
  const ok = findings.filter(({state}) => state === 'ok').length;
  return both((say, language) => {
    if (wrong.length === 0 && lacking.length === 0)
      return ok > 1 ? say.allOk(ok, say.nouns[aspect]) : say.list(findings.map((finding) => sayFinding(finding, patient, language)));
    const acts = wrong.filter(({state}) => state === 'down');
    const said = wrong.slice(0, mostSaid).map((finding) => sayFinding(finding, patient, language));
    const more = wrong.length > mostSaid ? [say.more(wrong.length - mostSaid)] : [];
    const absent = lacking.length === 0 ? [] : [sayLacking(aspect, lacking, patient, language)];
    const rest = acts.length > 0 ? [...said, ...more, ...absent] : [...absent, ...said, ...more];
    // Of promises the build knows nothing but that they are made.
    return say.list(aspect === 'slo' || findings.length <= mostSaid ? rest : [say.count(ok, findings.length, say.nouns[aspect]), ...rest]);
  });
}

/** A sentence with its subject, unless that is the patient itself. */
export function sayFinding({subject, says}: Finding, patient: Text, language: Language): string {
  const sentence = says[language];
  if (subject !== undefined && subject[language] !== patient[language]) return phrases[language].subject(subject[language], sentence);
  return capital(sentence);
}

function sayLacking(aspect: Aspect, lacking: readonly Finding[], patient: Text, language: Language): string {
  const [first] = lacking;
  if (lacking.length === 1 && first !== undefined) return sayFinding(first, patient, language);
  const names = lacking.slice(0, mostSaid).flatMap(({subject}) => subject?.[language] ?? []);
  const say = phrases[language];
  return capital(say.ofThese(say.lacking[aspect], names, lacking.length - names.length));
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
