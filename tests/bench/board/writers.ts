import type {Map as YMap, Text as YText} from 'yjs';
import {openBoard} from '../../support/board-client.ts';
import {until} from '../../support/processes.ts';
import {exactNow, fingerprint, type Order, type Report} from './fingerprint.ts';

/** A process of people who type, each on a card of their own. */
async function type({url, id, names, seconds, perSecond, cards}: Order): Promise<Report> {
  const people = names.map((name) => ({name, client: openBoard(url, id), pressed: [] as number[]}));
  await Promise.all(people.map(({client}) => client.saved()));
  for (const {name, client} of people) client.add(name, '');
  await until('everybody to have begun', () => people.every(({client}) => Object.keys(client.cards()).length === cards), {within: 60_000});
  const end = performance.now() + seconds * 1000;
  await Promise.all(
    people.map(async ({name, client, pressed}) => {
      const text = client.document.getMap<YMap<YText>>('cards').get(name)?.get('text');
      while (performance.now() < end) {
        await new Promise((resolve) => setTimeout(resolve, (0.5 + Math.random()) * (1000 / perSecond)));
        pressed.push(exactNow());
        text?.insert(text.length, 'あ');
      }
    }),
  );
  await Promise.all(people.map(({client}) => client.saved()));
  const total = (): number => people.reduce((sum, {client}) => sum + Object.values(client.cards()).join('').length, 0);
  let before = -1;
  // Until a second passes in which nothing comes from anybody else.
  await until('quiet', () => before === (before = total()), {within: 60_000, every: 1000});
  const report = {
    pressed: Object.fromEntries(people.map(({name, pressed}) => [name, pressed])),
    boards: people.map(({client}) => fingerprint(client.cards())),
    unsaved: people.reduce((sum, {client}) => sum + client.provider.unsyncedChanges, 0),
  };
  for (const {client} of people) client.end();
  return report;
}

process.once('message', (order: Order) => {
  void type(order).then((report) => process.send?.(report, () => process.exit(0)));
});
