import {wordsOf} from '../../../src/lint/words.ts';
import type {Page} from '../../../src/lint/repository.ts';
import {insertBlock, lineAt, offsetsOf, replaceAt, replaceMatch} from './edit.ts';
import {onPage, type Edit, type Planter} from './fault.ts';
import type {Random} from './random.ts';

/** Faults of steps and of other words. */
export const stepPlanters: readonly Planter[] = [
  onPage('change-needs-undo', 'a change whose undo is gone', (page, random) => without(page, random, 'Undo')),
  onPage('step-needs-expect', 'a command without what one should see', (page, random) => without(page, random, 'Expect')),
  onPage(
    'step-needs-expect',
    'a command without anything after it',
    (page, random) =>
      insertBlock(page, random, [
        '<Steps>',
        '<Step id="look-again" kind="check" title="Look again">',
        '',
        '```bash',
        'uptime',
        '```',
        '',
        '</Step>',
        '</Steps>',
      ]),
    // Where it is the first command of the page.
    {explains: ['runbook-first-screen']},
  ),
  onPage('step-needs-expect', 'a way that leads nowhere', (page, random) =>
    replaceMatch(page.text, /(?<=<Otherwise goto=")[a-z-]+(?=")/g, random, () => 'no-such-step'),
  ),
  onPage('component-props', 'a word that nobody knows', (page, random) =>
    insertBlock(page, random, ['<ServiceState service="web-front" />']),
  ),
  onPage('component-props', 'a prop that nobody knows', (page, random) => insertBlock(page, random, ['<FiringAlerts alarm="Watchdog" />'])),
  onPage('component-props', 'a prop that is missing', (page, random) => insertBlock(page, random, ['<OnCall />'])),
  onPage(
    'component-props',
    'a kind of step that does not exist',
    (page, random) => replaceMatch(page.text, /(?<=<Step id="[a-z-]+" kind=")check(?=")/g, random, () => 'look'),
    {explains: ['step-needs-expect', 'change-needs-undo']},
  ),
  onPage('component-props', 'a computed prop', (page, random) => insertBlock(page, random, ['<OnCall team={"s" + "re"} />'])),
  onPage('service-exists', 'a service that nobody has', (page, random) =>
    insertBlock(page, random, [`<ServiceStatus service="${random.pick(['web-frnt', 'billing', 'lending_api'])}" />`]),
  ),
  onPage('runbook-alert-exists', 'an alert that no rule sends, in a word', (page, random) =>
    insertBlock(page, random, ['<FiringAlerts alert="KubePodCrashSlooping" />']),
  ),
  onPage(
    'mdx',
    'a word that does not end',
    (page, random) => {
      const edit = insertBlock(page, random, [random.pick(['<Steps>', '<Expect match="a"', '{ open', '</Steps>']) ?? '<Steps>']);
      // Where the parser gives up is where the page ends, as often as not.
      return edit === undefined ? undefined : {text: edit.text};
    },
    // What nobody can read is missed where it is referred to.
    {explains: ['alert-needs-runbook', 'runbook-url-resolves', 'runbook-url-kept', 'translation-exists', 'step-needs-expect']},
  ),
];

/** Takes one of these words out of its step, if the step runs something. */
function without(page: Page, random: Random, name: string): Edit | undefined {
  const steps = wordsOf(page.tree).filter((word) => word.name === 'Step' && needs(word.node, name, page.text));
  const step = random.pick(steps);
  if (step === undefined) return undefined;
  const inside = wordsOf({type: 'root', children: [step.node as never]}).filter((word) => word.name === name);
  const [only] = inside;
  if (only === undefined || inside.length > 1) return undefined;
  const [from, to] = offsetsOf(only.node);
  const edit = replaceAt(page.text, [from, to], '');
  return {text: edit.text, lines: [step.line, lineAt(page.text, offsetsOf(step.node)[1])]};
}

function needs(node: Parameters<typeof offsetsOf>[0], name: string, text: string): boolean {
  const step = text.slice(...offsetsOf(node));
  // The fences of an undo belong to it, and those of what is expected are not run.
  const run = step.replaceAll(/<(Undo|Expect|Otherwise)\b[^>]*[^/]>.*?<\/\1>/gs, '');
  return /```(bash|sh|shell|promql|sql)/.test(run) && (name !== 'Undo' || step.includes('kind="change"'));
}
