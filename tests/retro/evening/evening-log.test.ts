import {describe, expect, it} from 'vitest';
import {openEveningLog} from '../../../src/retro/evening/evening-log.ts';
import {waitingLines} from '../../../src/retro/evening/inbox.ts';

/** A browser's storage that takes so many characters. */
function storage(room = 5_000_000): Storage {
  const held = new Map<string, string>();
  return {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, text: string) => {
      if (text.length > room) throw new DOMException('full', 'QuotaExceededError');
      held.set(key, text);
    },
  } as Storage;
}
const day = '2026-11-18';

describe('the log of a browser', () => {
  it('keeps lines in the order of their days, for the next visit too', () => {
    const browser = storage();
    const log = openEveningLog(() => browser);
    expect(log.add('second', day)).toBe(true);
    expect(log.add('P first', '2026-11-17')).toBe(true);
    expect(log.add('K', day)).toBe(false);
    const texts = openEveningLog(() => browser)
      .view()
      .lines.map(({text}) => text);
    expect(texts).toEqual(['first', 'second']);
    expect(log.view().kept).toBe('browser');
  });

  it('loses nothing of two tabs that write in turn', () => {
    const browser = storage();
    const [one, two] = [openEveningLog(() => browser), openEveningLog(() => browser)];
    one.add('one', day);
    two.add('two', day);
    one.add('three', day);
    expect(one.view().lines.map(({text}) => text)).toEqual(['one', 'two', 'three']);
  });

  it('removes line by line and brings the last one back', () => {
    const [working, full] = [storage(), storage(0)];
    for (const each of [openEveningLog(() => working), openEveningLog(() => full)]) {
      each.add('K one', day);
      each.add('two', day);
      const [first] = each.view().lines;
      each.remove(first?.id ?? '');
      expect(each.view()).toMatchObject({canUndo: true, lines: [{text: 'two'}]});
      each.undo();
      expect(
        each
          .view()
          .lines.map(({text}) => text)
          .toSorted(),
      ).toEqual(['one', 'two']);
      expect(each.view().canUndo).toBe(false);
    }
  });

  it('gives the lines that are marked to a retrospective, once', () => {
    const browser = storage();
    const log = openEveningLog(() => browser);
    log.add('K one', day);
    log.add('nothing', day);
    log.add('P two', day);
    const waiting = waitingLines(log.view().lines);
    expect(waiting.map(({column, text}) => [column, text])).toEqual([
      ['keep', 'one'],
      ['problem', 'two'],
    ]);
    log.take(
      waiting.map(({id}) => id),
      '2026-11-27',
    );
    expect(waitingLines(log.view().lines)).toEqual([]);
    expect(log.view().lines).toHaveLength(3);
    log.undo();
    expect(waitingLines(log.view().lines)).toHaveLength(2);
  });

  it('says that it is in this tab only when the browser refuses, keeps all, and tries again', () => {
    let room = 0;
    const held = new Map<string, string>();
    const browser = {
      getItem: (key: string) => held.get(key) ?? null,
      setItem: (key: string, text: string) => {
        if (room === 0) throw new DOMException('full', 'QuotaExceededError');
        held.set(key, text);
      },
    } as Storage;
    const log = openEveningLog(() => browser);
    log.add('one', day);
    log.add('two', day);
    expect(log.view()).toMatchObject({kept: 'tab', lines: [{text: 'one'}, {text: 'two'}]});
    room = 1;
    log.add('three', day);
    expect(log.view().kept).toBe('browser');
    expect(openEveningLog(() => browser).view().lines).toHaveLength(3);
  });

  it('works where there is no storage at all', () => {
    const log = openEveningLog(() => {
      throw new DOMException('no', 'SecurityError');
    });
    log.add('P one', day);
    expect(log.view()).toMatchObject({kept: 'tab', lines: [{text: 'one', column: 'problem'}]});
  });

  it.each(['null', '7', '[]', '{', '{"lines":[1,{"id":"a"}],"led":{"2026-11-18":7}}'])(
    'reads what is no log as an empty one: %s',
    (text) => {
      const browser = storage();
      browser.setItem('handbook-evening', text);
      expect(openEveningLog(() => browser).view()).toMatchObject({lines: [], led: {}});
    },
  );

  it('remembers who led instead, until it is as the rota says', () => {
    const browser = storage();
    const log = openEveningLog(() => browser);
    log.setLeader(day, '@b');
    expect(log.view().led).toEqual({[day]: '@b'});
    log.setLeader(day, undefined);
    expect(log.view().led).toEqual({});
  });

  it('tells whoever listens, with another object each time', () => {
    const browser = storage();
    const log = openEveningLog(() => browser);
    const seen: unknown[] = [];
    const end = log.subscribe(() => seen.push(log.view()));
    log.add('one', day);
    log.add('two', day);
    end();
    log.add('three', day);
    expect(new Set(seen).size).toBe(2);
    expect(log.view()).toBe(log.view());
  });
});
