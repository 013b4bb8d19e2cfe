import {expect, it} from 'vitest';
import {pairAlerts} from '../../../src/live/truth/pair-alerts.ts';
import {fired, held} from '../../support/readings.ts';

const labels = {alertname: 'Down', pod: 'a'};

it('knows an alert again by its labels, whatever was added on the way', () => {
  const [ours, theirs] = [fired(labels), held({...labels, cluster: 'tokyo'})];
  expect(pairAlerts([ours], [held({alertname: 'Down', pod: 'b'}), theirs]).get(ours)).toBe(theirs);
});

it('gives each alert to one only, what fires before what waits, and the nearest labels first', () => {
  const waiting = fired({alertname: 'Down'}, 'pending');
  const firing = fired(labels);
  const alert = held(labels);
  expect([...pairAlerts([waiting, firing], [alert])]).toEqual([[firing, alert]]);
  const near = held({alertname: 'Down'});
  expect(pairAlerts([waiting, firing], [alert, near]).get(waiting)).toBe(near);
});
