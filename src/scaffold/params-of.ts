import type {AlertRule} from '../catalog/model.ts';
import type {Param} from '../page/contract.ts';
import {explain} from './explain.ts';

const name = '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$';
const dotted = '^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$';

/** Labels that many alerts carry. Names of Kubernetes objects: https://kubernetes.io/docs/concepts/overview/working-with-objects/names/ */
const known: Readonly<Record<string, {readonly example: string; readonly pattern?: string}>> = {
  cluster: {example: 'tokyo'},
  container: {example: 'app', pattern: name},
  daemonset: {example: 'node-agent', pattern: dotted},
  deployment: {example: 'web-front', pattern: dotted},
  device: {example: 'sda1'},
  instance: {example: '10.0.0.5:9100'},
  job: {example: 'node'},
  job_name: {example: 'nightly-report', pattern: dotted},
  mountpoint: {example: '/var/lib/data'},
  namespace: {example: 'prod', pattern: name},
  node: {example: 'node-3', pattern: dotted},
  persistentvolumeclaim: {example: 'data-db-0', pattern: dotted},
  pod: {example: 'web-front-5d8f7c9b6-x2x7k', pattern: dotted},
  service: {example: 'web-front', pattern: name},
  statefulset: {example: 'db', pattern: dotted},
};

/** What an author must fill in; lint refuses a page that still has it. */
export const stub = 'TODO';

/** The labels that an alert brings, as far as its rules tell: those of its texts and links, and those that its expressions group by. */
export function paramsOf(rules: readonly AlertRule[]): Param[] {
  const labels = rules.flatMap(({expr, annotations}) => [
    ...Object.values(annotations).flatMap(labelsInTemplate),
    ...explain(expr).flatMap((part) => (part.kind === 'aggregation' && part.how === 'by' ? part.labels : [])),
  ]);
  return [...new Set(labels)]
    .filter((label) => label !== 'alertname' && label !== 'severity')
    .map((label) => ({name: label.toUpperCase(), label, ...(known[label] ?? {example: stub})}));
}

/** `{{ $labels.pod }}` and `{{ index $labels "pod" }}` */
function labelsInTemplate(text: string): string[] {
  return [...text.matchAll(/(?:\$labels|\.Labels)(?:\.([a-zA-Z_]\w*)|\s+"([a-zA-Z_]\w*)")/g)].map(
    ([, plain, indexed]) => plain ?? indexed ?? '',
  );
}
