import {execFile} from 'node:child_process';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import type {LoadContext, Plugin, Props} from '@docusaurus/types';
import type {Language} from '../catalog/contract.ts';
import type {CutOptions} from '../runbook/lane/cut-build.server.ts';

/**
 * Once the pages of a language are built, the incident lanes, the lookup and the offline file are cut from them. In a process of its own: what
 * Docusaurus loads its configuration with cannot load the bundler.
 */
export function lane({siteDir, i18n}: LoadContext): Plugin {
  return {
    name: 'lane',
    async postBuild({outDir, baseUrl, siteConfig, siteStorage}: Props) {
      const options: CutOptions = {
        root: siteDir,
        outDir,
        language: i18n.currentLocale as Language,
        baseUrl,
        url: siteConfig.url,
        themeKey: `theme${siteStorage.namespace}`,
      };
      const program = fileURLToPath(new URL('../runbook/lane/cut-build.server.ts', import.meta.url));
      await promisify(execFile)(process.execPath, [program, JSON.stringify(options)], {cwd: siteDir});
    },
  };
}
