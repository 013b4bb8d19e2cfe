import {describe, expect, it} from 'vitest';
import {componentProps} from '../../src/lint/remark/component-props.ts';
import {lintText} from '../support/lint.ts';

const accepted = [
  '<FiringAlerts />\n',
  '<FiringAlerts alert="KubePodCrashLooping" />\n',
  'The state now is <ServiceStatus service="lending-api" />.\n',
  '<details>\n<summary>More</summary>\n\nText.\n\n</details>\n',
  '`<Unknown/>` in a code span\n',
];
const refused = [
  {
    text: 'Text.\n\n<ServiceStatus />\n',
    messages: ['3:1 Unexpected <ServiceStatus> without the prop "service", expected service="…"'],
  },
  {
    text: 'Now: <ServiceStatus service="a" colour="red" />\n',
    messages: ['1:33 Unexpected prop "colour" on <ServiceStatus>, expected only "service"'],
  },
  {
    text: '<ServiceStatus service={name} />\n',
    messages: ['1:16 Unexpected prop "service" with a computed value on <ServiceStatus>, expected plain strings'],
  },
  {
    text: '<FiringAlerts alert />\n',
    messages: ['1:15 Unexpected prop "alert" without a value on <FiringAlerts>, expected plain strings'],
  },
  {
    text: '<FiringAlerts {...rest} />\n',
    messages: ['1:15 Unexpected spread with a computed value on <FiringAlerts>, expected plain strings'],
  },
  {
    text: '<RunbookList order="name" />\n',
    messages: ['1:14 Unexpected prop "order" on <RunbookList>, expected no props'],
  },
  {
    text: '<Steps>\n<Step id="Look first" kind="look" title="">\n\nText.\n\n</Step>\n</Steps>\n',
    messages: [
      '2:7 Unexpected value of the prop "id" on <Step>, expected words of a-z and 0-9, joined by hyphens',
      '2:23 Unexpected value of the prop "kind" on <Step>, expected "check" or "change"',
      '2:35 Unexpected value of the prop "title" on <Step>, expected text that is not empty',
    ],
  },
  {
    text: '<Chart />\n',
    messages: ['1:1 Unexpected word <Chart>, expected one that reference/components lists'],
  },
];

describe('component-props', () => {
  it.each(accepted)('accepts %j', async (text) => {
    expect(await lintText(componentProps, text)).toEqual([]);
  });
  it.each(refused)('refuses $text', async ({text, messages}) => {
    expect(await lintText(componentProps, text)).toEqual(messages);
  });
});
