import {isMap, isScalar, LineCounter, parseDocument, visit} from 'yaml';

/** Fields that say when something happened. */
const happened = new Set(['at', 'on', 'week', 'month', 'since', 'decided', 'found']);

/** A register without the list items that happened after a day, such as `2026-01-31`: what a team has written since changes no test. */
export function asOf(text: string, day: string): string {
  const counter = new LineCounter();
  const gone = new Set<number>();
  visit(parseDocument(text, {lineCounter: counter}), {
    Seq: (_key, {items}) => {
      for (const item of items) {
        if (!isMap(item) || item.range == null) continue;
        const isLater = item.items.some(
          ({key, value}) => isScalar(key) && happened.has(String(key.value)) && isScalar(value) && isLaterThan(day, String(value.value)),
        );
        if (!isLater) continue;
        const [start, , end] = item.range;
        const from = counter.linePos(start).line;
        // A block ends where the next one begins, a mapping in braces on its own line.
        const last = counter.linePos(end);
        for (let line = from; line < last.line || line === from; line++) gone.add(line);
      }
    },
  });
  return text
    .split('\n')
    .filter((_, i) => !gone.has(i + 1))
    .join('\n');
}

/** A month is written down when it is over. */
function isLaterThan(day: string, value: string): boolean {
  return value.length < day.length ? value >= day.slice(0, value.length) : value > day;
}
