import * as z from 'zod';
import {milliseconds} from '../../catalog/duration.ts';
import type {Provider} from '../../catalog/live-contract.ts';
import type {Known} from '../state.ts';
import type {Adapter, ProviderWord} from './adapter.ts';
import {AskError} from './reading.ts';

/** What is missing here says nothing about the system: a run that was cancelled, skipped, or has become stale. */
const words = new Map<string | null, Known['state']>([
  ['success', 'ok'],
  ['failure', 'degraded'],
  ['timed_out', 'degraded'],
  ['startup_failure', 'degraded'],
]);

const Runs = z.object({
  workflow_runs: z.array(
    z.object({
      status: z.literal('completed'),
      conclusion: z.string().nullable(),
      updated_at: z.iso.datetime({offset: true}),
      head_repository: z.object({full_name: z.string()}).nullish(),
    }),
  ),
});

/**
 * Reads how the last completed run of a workflow ended. Runs for pull requests from forks are passed over: a fork may call its branch `main`
 * too, and what it builds is not ours.
 * https://docs.github.com/en/rest/actions/workflow-runs#list-workflow-runs-for-a-workflow
 * @throws {AskError} `no-series` when there is no such run.
 */
export const readGithubActions: Adapter<Extract<Provider, {kind: 'github-actions'}>, ProviderWord> = async (config, outside) => {
  const {body} = await outside.json(address(config), Runs);
  const ours = config.repository.toLowerCase();
  const last = body.workflow_runs.find((run) => run.head_repository?.full_name.toLowerCase() === ours);
  if (last === undefined) throw new AskError('no-series', 'the workflow has no completed run');
  const word = words.get(last.conclusion);
  if (word === undefined) throw new AskError('parse', 'the last run ended in a way that says nothing');
  const said = {word, saidAt: Date.parse(last.updated_at)};
  return config.maxAge === undefined ? said : {...said, maxAgeMs: milliseconds(config.maxAge)};
};

function address({api, repository, workflow, branch}: Extract<Provider, {kind: 'github-actions'}>): URL {
  const url = new URL(`repos/${repository}/actions/workflows/${workflow}/runs`, api.endsWith('/') ? api : `${api}/`);
  // Newest first; more than one, because of the forks.
  url.search = new URLSearchParams({status: 'completed', per_page: '20', ...(branch !== undefined && {branch})}).toString();
  return url;
}
