import {describe, expect, it} from 'vitest';
import {pageFrontMatter} from '../../src/lint/remark/page-front-matter.ts';
import {lintText, page} from '../support/lint.ts';

describe('page-front-matter', () => {
  const runbook =
    "alerts: [A]\naliases: []\nimpact: Slow.\nescalate_to: '@sre-lead'\nescalate_after_minutes: 15\naccess_needed: []\nsymptoms: []\nparams: []\n";
  const accepted = [
    {name: 'a procedure', text: page('procedure', 'Text.')},
    {name: 'a guideline that serves a vision', text: page('guideline', 'Text.', 'serves: [health]\npractices: [A17, V1]\n')},
    {name: 'a runbook', text: page('runbook', 'Text.', runbook)},
    {name: 'a decision in its own language', text: page('reference', 'Text.', 'lang: ja\n')},
  ];
  it.each(accepted)('accepts $name', async ({text}) => {
    expect(await lintText(pageFrontMatter, text)).toEqual([]);
  });

  const refused = [
    {
      name: 'a page without front matter',
      text: 'Text.\n',
      messages: ['1:1 Unexpected page without front matter, expected title, description, kind, owner and status'],
    },
    {
      name: 'a kind that does not exist',
      text: page('recipe', 'Text.'),
      messages: [
        '4:7 Unexpected kind: "recipe", expected one of mission, guideline, runbook, procedure, onboarding, retro, retro-record, postmortem, reference',
      ],
    },
    {
      name: 'no kind',
      text: '---\ntitle: Page\n---\n',
      messages: [
        '2:1 Unexpected front matter without a kind, expected one of mission, guideline, runbook, procedure, onboarding, retro, retro-record, postmortem, reference',
      ],
    },
    {
      name: 'a state that does not exist',
      text: page('procedure', 'Text.').replace('adopted', 'finished'),
      messages: ['6:9 Unexpected status: "finished", expected one of "draft", "adopted", "superseded"'],
    },
    {
      name: 'a key that the kind does not have',
      text: page('procedure', 'Text.', 'tags: [a]\n'),
      messages: [
        '7:1 Unexpected the key "tags", expected one of status, title, slug, kind, params, owner, serves, drafted, practices, description, sidebar_label, sidebar_position',
      ],
    },
    {
      name: 'a guideline that serves nothing',
      text: page('guideline', 'Text.', 'serves: []\npractices: []\n'),
      messages: ['7:9 Unexpected serves: [], expected at least 1'],
    },
    {
      name: 'several mistakes at once, but for the own fields of a runbook',
      text: page('runbook', 'Text.', `${runbook.replace('impact: Slow.\n', '')}tags: [a]\n`).replace('adopted', 'finished'),
      messages: [
        '6:9 Unexpected status: "finished", expected one of "draft", "adopted", "superseded"',
        expect.stringMatching(/^14:1 Unexpected the key "tags", expected one of /),
      ],
    },
    {
      name: 'front matter that is not YAML',
      text: '---\ntitle: [a\n---\n\nText.\n',
      messages: [expect.stringMatching(/^\d+:\d+ Unexpected .*, expected valid YAML$/)],
    },
  ];
  it.each(refused)('refuses $name', async ({text, messages}) => {
    expect(await lintText(pageFrontMatter, text)).toEqual(messages);
  });
});
