import {TextlintKernel, type TextlintKernelPlugin, type TextlintKernelRule, type TextlintMessage} from '@textlint/kernel';
import technicalWriting from 'textlint-rule-preset-ja-technical-writing';
import japaneseSpacing from 'textlint-rule-preset-ja-spacing';
import type {Term} from '../../glossary/contract.ts';
import type {Finding} from '../finding.ts';
import {field} from '../content.ts';
import {aboutSentences, japaneseRules, stressful} from '../prose/japanese.ts';
import {placeOf, type Prose} from '../prose/prose.server.ts';
import {textTreesOf, type TextTree} from '../prose/text-tree.ts';

const presets = {'ja-technical-writing': technicalWriting, 'ja-spacing': japaneseSpacing};
const hasKana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;

/**
 * Japanese prose as textlint sees it. This module brings a dictionary with it that takes a second and some hundred megabytes: import it only
 * when there is something to read.
 */
export async function runTextlint(prose: readonly Prose[], terms: readonly Term[] = []): Promise<Finding[]> {
  const kernel = new TextlintKernel();
  const calm = rulesWith(terms, {underStress: false});
  const plain = rulesWith(terms, {underStress: true});
  const findings: Finding[] = [];
  for (const one of prose) {
    const {file, text, page, passages} = one;
    const japanese = passages.filter(({language}) => language === 'ja');
    if (!japanese.some(({words}) => hasKana.test(words))) continue;
    const trees = textTreesOf(text, {
      tree: japanese.some(({kind}) => kind === 'body') ? page?.tree : undefined,
      strings: japanese.filter(({kind}) => kind === 'string'),
    });
    const rules = stressful.has(field(page?.frontMatter, 'kind')) ? plain : calm;
    const parts = [
      {tree: trees.sentences, rules},
      {tree: trees.phrases, rules: rules.filter(({ruleId}) => !aboutSentences.has(ruleId))},
    ];
    for (const part of parts) {
      if (part.tree.children.length === 0) continue;
      const options = {ext: '.mdx', filePath: file, plugins: [readyMade(part.tree)], rules: part.rules};
      const {messages} = await kernel.lintText(text, options);
      findings.push(...messages.map((message) => asFinding(one, message)));
    }
  }
  return findings;
}

function asFinding({file, text}: Prose, {ruleId, range, message}: TextlintMessage): Finding {
  return {
    file,
    // The range is right where line and column, which sentence-length makes of its own, are not.
    ...placeOf(text, range[0]),
    end: placeOf(text, range[1]),
    rule: `textlint/${ruleId}`,
    severity: japaneseRules[ruleId]?.severity ?? 'error',
    // Its first line says what is wrong; examples follow.
    message: message.split('\n')[0] ?? message,
  };
}

function rulesWith(terms: readonly Term[], {underStress}: {readonly underStress: boolean}): TextlintKernelRule[] {
  return Object.entries(japaneseRules).flatMap(([ruleId, settings]) => {
    const rule = presets[settings.preset].rules[ruleId];
    if (rule === undefined) throw new Error(`${settings.preset} has no rule ${ruleId}`);
    const options = underStress ? (settings.underStress ?? settings.options) : settings.options;
    if (options === 'off') return [];
    const allow = ruleId === 'max-kanji-continuous-len' ? {allow: terms.map(({ja}) => ja)} : {};
    return [{ruleId, rule, options: {...options, ...allow}}];
  });
}

/** textlint reads through plugins; the tree is there already. */
function readyMade(tree: TextTree): TextlintKernelPlugin {
  class Processor {
    availableExtensions(): string[] {
      return ['.mdx'];
    }
    processor() {
      return {preProcess: () => tree, postProcess: (messages: TextlintMessage[], filePath = '') => ({messages, filePath})};
    }
  }
  return {pluginId: 'handbook', plugin: {Processor}};
}
