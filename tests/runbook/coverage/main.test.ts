import {spawnSync} from 'node:child_process';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {handbook} from '../../support/sample.ts';

const rules = `groups:
  - name: shop
    rules:
      - alert: ShopDown
        expr: up == 0
        labels: {severity: critical}
        annotations: {runbook_url: 'https://runbooks.example/runbooks/shopdown'}
      - alert: ShopSlow
        expr: latency > 1
        labels: {severity: warning}
        annotations: {runbook_url: 'https://runbooks.example/runbooks/shopslow'}
`;

function coverage(args: string[], files: Record<string, string> = {}): {status: number | null; stdout: string; stderr: string} {
  const root = handbook({'rules/shop.yaml': rules, 'tree/ShopDown.md': '# ShopDown\n', ...files});
  const given = args.map((arg) => arg.replace('@', `${root}/`));
  const {status, stdout, stderr} = spawnSync('node', ['src/runbook/coverage/main.server.ts', ...given], {encoding: 'utf8'});
  return {status, stdout: stdout.replaceAll(`${root}/`, '@'), stderr: stderr.replaceAll(join(root, '/'), '@')};
}

const trees = ['--rules', '@rules', '--runbooks', '@tree'];

describe('npm run coverage', () => {
  it('gives JSON, and fails with --strict only', () => {
    const {status, stdout} = coverage([...trees, '--format', 'json']);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      covered: [{alert: 'ShopDown', severity: 'critical', runbook: 'shopdown'}],
      dead: [{alert: 'ShopSlow', file: '@rules/shop.yaml', line: 8}],
      missing: [{alert: 'ShopSlow', near: []}],
      orphaned: [],
      renamed: [],
    });
    expect(coverage([...trees, '--strict']).status).toBe(1);
    expect(coverage([...trees, '--strict'], {'tree/ShopSlow.md': '# ShopSlow\n'}).status).toBe(0);
  });

  it('tells a person', () => {
    expect(coverage(trees).stdout).toMatchInlineSnapshot(`
      "2 rules, 1 runbook

                  link leads to a page  dead link  no link  alerts without a page
        critical                     1          0        0                      0
        warning                      0          1        0                      1

      1 dead link: no page there
        warning ShopSlow  @rules/shop.yaml:8  https://runbooks.example/runbooks/shopslow

      1 alert without a page
        warning ShopSlow
      "
    `);
  });

  it('reads this handbook when no folder is named', () => {
    const {status, stdout} = coverage(['--format', 'json']);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({dead: [], orphaned: []});
  });

  it.each([
    {args: ['--rules', '@gone'], message: 'no such folder: @gone'},
    {args: ['--runbooks', '@rules'], message: 'no runbook in @rules'},
    {args: ['--format', 'xml'], message: "unexpected format 'xml', expected text or json"},
    {args: ['--quiet'], message: "Unknown option '--quiet'"},
  ])('cannot run with $args', ({args, message}) => {
    const {status, stdout, stderr} = coverage(args);
    expect({status, stdout}).toEqual({status: 2, stdout: ''});
    expect(stderr).toContain(`coverage could not run: ${message}`);
  });
});
