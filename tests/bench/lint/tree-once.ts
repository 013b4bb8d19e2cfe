import {lintTree} from '../../../src/lint/lint-tree.server.ts';

/** `node tree-once.ts ROOT [prose]`: every rule over a tree, without the checks of code that `npm run lint` makes besides. */
const [root = '.', prose] = process.argv.slice(2);
const findings = await lintTree(root, {prose: prose === 'prose'});
console.log(`${findings.length} findings`);
