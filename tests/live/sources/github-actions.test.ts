import {describe, expect, it} from 'vitest';
import {Provider} from '../../../src/catalog/live-contract.ts';
import {readGithubActions} from '../../../src/live/sources/github-actions.server.ts';
import {fixture, sourceAnswering, type Source} from '../../fixtures/live/source.ts';

const runs = fixture('github-actions/runs.json');

async function read(source: Source, more: Readonly<Record<string, string>> = {}): Promise<unknown> {
  const config = Provider.parse({
    name: 'nightly',
    title: {en: 'Nightly tests', ja: '夜間テスト'},
    kind: 'github-actions',
    repository: 'Reiji-Works/dogu-share',
    workflow: 'nightly.yml',
    api: source.url,
    ...more,
  });
  if (config.kind !== 'github-actions') throw new Error('not reached');
  return readGithubActions(config, source.outside);
}

function ending(conclusion: unknown): string {
  return runs.replace('"conclusion": "failure"', `"conclusion": ${JSON.stringify(conclusion)}`);
}

describe('readGithubActions', () => {
  it('asks for the completed runs of the workflow, on the branch if there is one', async () => {
    const source = await sourceAnswering(runs);
    await read(source);
    await read(source, {branch: 'release/2 & more'});
    expect(source.asked).toEqual([
      '/repos/Reiji-Works/dogu-share/actions/workflows/nightly.yml/runs?status=completed&per_page=20',
      '/repos/Reiji-Works/dogu-share/actions/workflows/nightly.yml/runs?status=completed&per_page=20&branch=release%2F2+%26+more',
    ]);
  });

  it('keeps the path of a GitHub Enterprise Server', async () => {
    const source = await sourceAnswering(runs);
    await read({...source, url: `${source.url}/api/v3`});
    expect(source.asked[0]).toMatch(/^\/api\/v3\/repos\/Reiji-Works\//);
  });

  it.each([
    ['success', 'ok'],
    ['failure', 'degraded'],
    ['timed_out', 'degraded'],
    ['startup_failure', 'degraded'],
  ])('takes a run that ended in %s for %s', async (conclusion, word) => {
    expect(await read(await sourceAnswering(ending(conclusion)))).toEqual({word, saidAt: Date.parse('2026-11-21T17:42:30Z')});
  });

  it.each([['cancelled'], ['neutral'], ['skipped'], ['stale'], ['action_required'], ['excellent'], [null]])(
    'draws nothing from a run that ended in %s',
    async (conclusion) => {
      await expect(read(await sourceAnswering(ending(conclusion)))).rejects.toMatchObject({reason: 'parse'});
    },
  );

  it('passes over a run of a fork, whose branch may have the same name', async () => {
    expect(await read(await sourceAnswering(runs))).toMatchObject({word: 'degraded'});
    const forksOnly = JSON.stringify({workflow_runs: (JSON.parse(runs) as {workflow_runs: unknown[]}).workflow_runs.slice(0, 1)});
    await expect(read(await sourceAnswering(forksOnly))).rejects.toMatchObject({reason: 'no-series'});
  });

  it('says that nothing has run yet', async () => {
    await expect(read(await sourceAnswering('{"total_count":0,"workflow_runs":[]}'))).rejects.toMatchObject({reason: 'no-series'});
  });

  it('passes on how old a run may be', async () => {
    expect(await read(await sourceAnswering(runs), {maxAge: '26h'})).toMatchObject({maxAgeMs: 26 * 3_600_000});
  });
});
