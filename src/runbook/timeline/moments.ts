/** `2026-11-21 18:12:07`: how a record says UTC. */
export function sayUtc(at: string): string {
  return at.slice(0, 19).replace('T', ' ');
}

/** `2026-11-22 03:12:07 +09:00`, with the offset of that moment; undefined where local time is UTC. The reader's own zone, unless another is named. */
export function sayLocal(at: string, zone?: string): string | undefined {
  const format = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'longOffset',
  });
  const part = Object.fromEntries(format.formatToParts(Date.parse(at)).map(({type, value}) => [type, value]));
  const offset = (part['timeZoneName'] ?? '').replace('GMT', '');
  if (offset === '' || offset === '+00:00') return undefined;
  return `${part['year']}-${part['month']}-${part['day']} ${part['hour']}:${part['minute']}:${part['second']} ${offset}`;
}
