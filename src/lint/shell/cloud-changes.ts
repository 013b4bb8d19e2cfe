import {cloudVerb} from './changing.ts';
import {operandsOf, someWord, valuesOf, type Judge, type Words} from './command-line.ts';

/** Operations of AWS that begin like a change, and read or change only what is on this machine. */
const asks = /^(?:start-query|start-session|start-live-tail|update-kubeconfig)/;
const reading = /^(?:list|describe|get|show|read|tail|search|print|check|ssh|logs)(?:-|$)/;

/** Tools of the large clouds: their verb stands behind the groups and before the names. */
export const clouds: Readonly<Record<string, Judge>> = {
  aws: (rest) => {
    if (someWord(rest, /^--(?:dry-?run|generate-cli-skeleton.*)$/)) return undefined;
    const [service, operation = '', , target] = operandsOf(rest, '--region --profile --output --endpoint-url --query --ca-bundle');
    if (service === undefined || /^(?:configure|sso|sts)$/.test(service)) return undefined;
    const isChange =
      service === 's3'
        ? /^(?:rm|mv|rb|mb)$/.test(operation) || (/^(?:cp|sync)$/.test(operation) && target?.startsWith('s3://') === true)
        : (cloudVerb.test(operation) && !asks.test(operation)) || /^(?:run-instances|send-command)$/.test(operation);
    return isChange ? `aws ${service} ${operation}` : undefined;
  },
  gcloud: (rest, {within}) => {
    const [command] = valuesOf(rest, ['--command']);
    if (command !== undefined) return within(command);
    return cloudChange('gcloud', {
      operands: operandsOf(rest, '--project --account --configuration --format --region --zone --filter'),
      own: /^(?:config|auth|components|info|topic|init)$/,
    });
  },
  az: (rest) => {
    const end = rest.findIndex((word) => word === undefined || word.startsWith('-'));
    return cloudChange('az', {
      operands: end < 0 ? rest : rest.slice(0, end),
      own: /^(?:account|configure|login|logout|config|cloud|extension)$/,
    });
  },
};

/** @param own groups that only change the tool's own settings. */
function cloudChange(name: string, {operands, own}: {readonly operands: Words; readonly own: RegExp}): string | undefined {
  if (own.test(operands[0] ?? '')) return undefined;
  const at = operands.slice(0, 6).findIndex((word, n) => n > 0 && word !== undefined && (cloudVerb.test(word) || reading.test(word)));
  return at < 0 || reading.test(operands[at] ?? '') ? undefined : [name, ...operands.slice(0, at + 1)].join(' ');
}
