import {isMap, isSeq, parseDocument} from 'yaml';
import type {Finding} from '../finding.ts';

/**
 * The baseline's text with every count lowered to what there still is, and without entries that let nothing through any more. Comments and
 * everything else stay. It never goes up, and says nothing of files that were not looked at.
 */
export function pruneBaseline(text: string, findings: readonly Finding[], isSeen: (file: string) => boolean): string {
  const document = parseDocument(text);
  const list: unknown = document.contents;
  if (!isSeq(list)) return text;
  let isChanged = false;
  // What stands above the first entry speaks of the list.
  const [first] = list.items;
  const above = isMap(first) ? first.commentBefore : undefined;
  if (isMap(first)) first.commentBefore = null;
  list.items = list.items.filter((item) => {
    if (!isMap(item)) return true;
    const [rule, file, count] = ['rule', 'file', 'count'].map((key) => item.get(key));
    if (typeof file !== 'string' || typeof count !== 'number' || !isSeen(file)) return true;
    const there = findings.filter((finding) => finding.rule === rule && finding.file === file).length;
    if (there >= count) return true;
    isChanged = true;
    item.set('count', there);
    return there > 0;
  });
  if (!isChanged) return text;
  // An empty block list would be written as nothing.
  if (list.items.length === 0) list.flow = true;
  const header = above === undefined || above === null ? '' : above.replaceAll(/^/gm, '#');
  return `${header}${header === '' ? '' : '\n'}${document.toString({lineWidth: 0})}`;
}
