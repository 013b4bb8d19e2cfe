import {execFileSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {freePort, run, until} from './processes.ts';

/** A real Prometheus that scrapes nothing and holds what it was given: samples in OpenMetrics text, each with its time. */
export async function startHistory(openMetrics: string): Promise<{readonly url: string; readonly end: () => Promise<void>}> {
  const folder = mkdtempSync(join(tmpdir(), 'handbook-history-'));
  writeFileSync(join(folder, 'history.om'), openMetrics);
  execFileSync(
    process.env['PROMTOOL_BIN'] ?? 'promtool',
    // One block: it reads the whole text again for each.
    ['tsdb', 'create-blocks-from', 'openmetrics', '--max-block-duration=1458h', join(folder, 'history.om'), join(folder, 'data')],
    {stdio: 'ignore'},
  );
  writeFileSync(join(folder, 'prometheus.yml'), '');
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const prometheus = run(process.env['PROMETHEUS_BIN'] ?? 'prometheus', [
    `--config.file=${join(folder, 'prometheus.yml')}`,
    `--storage.tsdb.path=${join(folder, 'data')}`,
    '--storage.tsdb.retention.time=60d',
    '--log.level=warn',
    `--web.listen-address=127.0.0.1:${port}`,
  ]);
  await until('Prometheus to be ready', async () => (await fetch(`${url}/-/ready`).catch(() => undefined))?.ok);
  return {
    url,
    end: async () => {
      await prometheus.end();
      rmSync(folder, {recursive: true, force: true});
    },
  };
}
