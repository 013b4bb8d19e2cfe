import {field, type Fence} from '../../../src/lint/content.ts';
import type {Page} from '../../../src/lint/repository.ts';
import {commandFencesOf, insertLines, replaceAt} from './edit.ts';
import {onPage, type Edit, type Planter} from './fault.ts';
import type {Random} from './random.ts';

const changes = [
  'kubectl -n prod delete pod web-0',
  'sudo systemctl restart nginx',
  'terraform apply -auto-approve',
  'rm -rf /var/lib/cache/old',
  'psql -d shop -c "DELETE FROM sessions"',
  'kubectl get pods -o name | xargs kubectl delete',
  'gcloud compute instances delete web-1 --quiet',
  'aws ec2 terminate-instances --instance-ids i-0123',
  'docker restart web',
  'helm rollback shop 3',
  "bash -c 'kubectl drain node-1'",
  'for node in node-1 node-2; do kubectl cordon "$node"; done',
  'curl -X POST http://localhost:9090/-/quit',
  'kubectl get nodes && kubectl scale deployment/web --replicas=0',
];

/** Faults of commands. */
export const shellPlanters: readonly Planter[] = [
  onPage('shell-no-prompt', 'a prompt before a command', (page, random) => {
    const place = command(page, random);
    const prompt = random.pick(['$ ', 'root@web-1:~# ', 'ops@bastion:/srv$ ', '% ']) ?? '$ ';
    return place === undefined ? undefined : replaceAt(page.text, [place.at, place.at], prompt);
  }),
  onPage('shell-no-placeholder', 'a placeholder in place of an argument', (page, random) => {
    const place = command(page, random);
    const words = [...(place?.line ?? '').matchAll(/(?<= )[a-z][\w-]*(?=( |$))/g)];
    const word = random.pick(words.filter(({index}) => !/["'|`(<]/.test((place?.line ?? '').slice(0, index))));
    if (place === undefined || word === undefined) return undefined;
    const placeholder = random.pick(['<pod>', '<node-name>', '<your namespace>', '<ID>']) ?? '<pod>';
    return replaceAt(page.text, [place.at + word.index, place.at + word.index + word[0].length], placeholder);
  }),
  onPage('shell-parses', 'a command that does not end', (page, random) => {
    const unended = random.pick(['echo "done', 'if kubectl get pods; then', 'kubectl get pods |', 'for i in 1 2 3; do', 'echo $(date']);
    return unended === undefined ? undefined : appendTo(page, random, unended);
  }),
  onPage('shell-params-quoted', 'a parameter without quotes', (page, random) => parameter(page, random, (name) => `$${name}`)),
  onPage(
    'shell-params-quoted',
    'a parameter in single quotes',
    (page, random) => parameter(page, random, (name) => `'$${name}'`),
    // When it was the only use of the parameter.
    {explains: ['shell-params-declared']},
  ),
  onPage('shell-params-declared', 'a parameter that nobody declared', (page, random) =>
    hasParams(page) ? appendTo(page, random, `kubectl get pods -n "$${random.pick(['TENANT', 'REALM', 'SHARD_ID'])}"`) : undefined,
  ),
  onPage('shell-params-declared', 'a declared parameter that no command uses', (page) => {
    const list = /^params:\n/m.exec(page.text);
    if (list === null || !runs(page)) return undefined;
    const line = page.text.slice(0, list.index).split('\n').length + 1;
    return insertLines(page.text, line, ['  - { name: ROW_ID, label: row_id, example: r-1 }']);
  }),
  onPage(
    'change-needs-undo',
    'a change among what only looks',
    (page, random) => {
      const change = random.pick(changes);
      return change === undefined || !runs(page) ? undefined : appendTo(page, random, change, isInCheck);
      // Values are filled only where every program is known.
    },
    {explains: ['shell-params-quoted']},
  ),
  onPage('change-needs-undo', 'a change outside of any step', (page, random) => {
    const change = random.pick(changes);
    if (change === undefined || !runs(page) || page.tree.children.at(-1)?.type === 'code') return undefined;
    const end = page.text.trimEnd().split('\n').length;
    return insertLines(page.text, end + 1, ['', '```bash', change, '```']);
  }),
];

/** Whether people run what stands on the page. */
function runs({frontMatter}: Page): boolean {
  return ['runbook', 'procedure'].includes(String(field(frontMatter, 'kind')));
}

function hasParams({frontMatter}: Page): boolean {
  const params = field(frontMatter, 'params');
  return Array.isArray(params) && params.length > 0;
}

/** The first line of a fence, where a command begins, and its offset. */
function command(page: Page, random: Random): {readonly line: string; readonly at: number} | undefined {
  const fence = random.pick(commandFencesOf(page).filter(({text}) => /^[a-z][\w-]* [^<]*$/.test(text.split('\n')[0] ?? '')));
  const line = fence?.text.split('\n')[0];
  if (fence === undefined || line === undefined) return undefined;
  return {line, at: page.text.indexOf(line, fence.node.position?.start.offset)};
}

/** One more line at the end of a fence; a parser may only miss the end of it where the fence ends. */
function appendTo(page: Page, random: Random, line: string, where: (page: Page, fence: Fence) => boolean = () => true): Edit | undefined {
  const fence = random.pick(commandFencesOf(page).filter((one) => !/<<|\\$/.test(one.text) && one.text !== '' && where(page, one)));
  const end = fence?.node.position?.end.line;
  if (fence === undefined || end === undefined) return undefined;
  const edit = insertLines(page.text, end, [' '.repeat(fence.column - 1) + line]);
  return {text: edit.text, lines: [line.startsWith('kubectl get') || where !== isInCheck ? fence.line : end, end + 1]};
}

/** Whether the fence stands in a step that only looks, or in none; what a step expects to see is not run. */
function isInCheck(page: Page, {line}: Fence): boolean {
  const before = page.text.split('\n').slice(0, line - 1);
  const open = before.findLast((one) => /<\/?(Step|Expect|Otherwise|Undo)\b/.test(one) && !one.includes('/>')) ?? '';
  return !/<(Expect|Otherwise|Undo)\b/.test(open) && !before.findLast((one) => /<\/?Step\b/.test(one))?.includes('kind="change"');
}

/** One `"$NAME"` of a shell fence, written otherwise. */
function parameter(page: Page, random: Random, as: (name: string) => string): Edit | undefined {
  const names = field(page.frontMatter, 'params');
  const declared = new Set(Array.isArray(names) ? names.map((param: unknown) => JSON.stringify(param)) : []);
  const places = commandFencesOf(page).flatMap((fence) => {
    const [from, to] = [fence.node.position?.start.offset ?? 0, fence.node.position?.end.offset ?? 0];
    return [...page.text.slice(from, to).matchAll(/(?<= )"\$([A-Z][A-Z0-9_]*)"(?=\s)/g)].map((match) => ({at: from + match.index, match}));
  });
  const known = places.filter(({match}) => [...declared].some((param) => param.includes(`"name":"${match[1]}"`)));
  const place = random.pick(known);
  if (place === undefined) return undefined;
  return replaceAt(page.text, [place.at, place.at + place.match[0].length], as(place.match[1] ?? ''));
}
