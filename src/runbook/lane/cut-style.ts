import {AtRule, parse, Rule, type ChildNode, type Container, type Root} from 'postcss';
import {applies} from './applies.ts';
import type {Vocabulary} from './vocabulary.ts';

/**
 * The rules of a style sheet that a page of these words can need, without space between them. Custom properties and animations that nothing
 * left speaks of go too, and so do imports and faces of type, which would each be one more request. The stock theme, which stands in layers of
 * its own name, is left out as a whole: what a cut page needs of it is little, and `lane.css` says that.
 */
export function cutStyle(css: string, vocabulary: Vocabulary): string {
  const root = parse(css);
  root.walkComments((comment) => void comment.remove());
  root.walkAtRules(/^(import|charset|font-face)$/, (rule) => void rule.remove());
  root.walkAtRules('layer', (rule) => {
    if (/^docusaurus\b/.test(rule.params)) rule.remove();
  });
  root.walkRules((rule) => {
    if (isStep(rule)) return;
    const kept = rule.selectors.filter((selector) => applies(selector, vocabulary));
    if (kept.length === 0) rule.remove();
    else rule.selectors = kept;
  });
  dropUnusedProperties(root);
  dropUnusedAnimations(root);
  dropEmpty(root);
  root.walk(compress);
  return root.toString();
}

/** `50% {…}` */
function isStep(rule: Rule): boolean {
  return rule.parent instanceof AtRule && rule.parent.name.endsWith('keyframes');
}

function dropUnusedProperties(root: Root): void {
  const definitions = new Map<string, string[]>();
  const used = new Set<string>();
  const use = (value: string): void => {
    for (const [name] of value.matchAll(/--[\w-]+/g)) {
      if (used.has(name)) continue;
      used.add(name);
      for (const definition of definitions.get(name) ?? []) use(definition);
    }
  };
  root.walkDecls(/^--/, ({prop, value}) => void definitions.set(prop, [...(definitions.get(prop) ?? []), value]));
  root.walkDecls(/^(?!--)/, ({value}) => use(value));
  root.walkDecls(/^--/, (declaration) => {
    if (!used.has(declaration.prop)) declaration.remove();
  });
  root.walkAtRules('property', (rule) => {
    if (!used.has(rule.params.trim())) rule.remove();
  });
}

function dropUnusedAnimations(root: Root): void {
  let spoken = '';
  root.walkDecls(/^(-webkit-)?animation(-name)?$/, ({value}) => void (spoken += ` ${value}`));
  root.walkAtRules(/keyframes$/, (rule) => {
    if (!spoken.includes(rule.params.trim())) rule.remove();
  });
}

/** From the inside out. An order of layers is written as a rule without a block, and stays. */
function dropEmpty(container: Container): void {
  container.each((node) => {
    if (!(node instanceof Rule || node instanceof AtRule) || node.nodes === undefined) return;
    dropEmpty(node);
    if (node.nodes.length === 0) node.remove();
  });
}

function compress(node: ChildNode): void {
  node.raws.before = '';
  if ('raws' in node && node.type !== 'decl') Object.assign(node.raws, {after: '', between: '', semicolon: false});
  if (node.type === 'decl') node.raws.between = ':';
  if (node.type === 'rule') node.selector = node.selector.replace(/\s*([,>])\s*/g, '$1').replace(/\s+/g, ' ');
}
