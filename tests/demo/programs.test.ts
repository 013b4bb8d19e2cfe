import {expect, it} from 'vitest';
import {findPrograms} from '../../src/demo/programs.server.ts';

it('says with one command how to get what is missing', () => {
  expect(() => findPrograms({PATH: '/nowhere'})).toThrow(
    /^found no prometheus, promtool, prometheus-alertmanager, expected .*\n {2}sudo apt-get update && sudo apt-get install -y --no-install-recommends prometheus prometheus-alertmanager\n/,
  );
});

it('takes the programs that variables name', () => {
  const named = {PROMETHEUS_BIN: process.execPath, PROMTOOL_BIN: process.execPath, ALERTMANAGER_BIN: process.execPath};
  expect(findPrograms({PATH: '/nowhere', ...named})).toEqual({
    prometheus: process.execPath,
    promtool: process.execPath,
    alertmanager: process.execPath,
  });
  expect(() => findPrograms({...named, PROMTOOL_BIN: '/nowhere/promtool'})).toThrow('promtool (PROMTOOL_BIN=/nowhere/promtool)');
});
