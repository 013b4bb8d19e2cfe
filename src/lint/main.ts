import {enableCompileCache} from 'node:module';
import {join} from 'node:path';

// Before anything else is loaded: to read and strip its own modules is a sixth of what lint does for one changed page.
enableCompileCache(join(import.meta.dirname, '../../node_modules/.cache/handbook-lint'));
const {runLint} = await import('./run-lint.server.ts');
await runLint(process.argv.slice(2));
