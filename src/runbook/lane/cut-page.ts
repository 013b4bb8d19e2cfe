import {load, type CheerioAPI} from 'cheerio';
import type {Language} from '../../catalog/contract.ts';
import {messages} from './messages.ts';

/** Sections that explain rather than act: they wait behind one line. */
const explaining = ['meaning', 'impact'];
/** As `Node.COMMENT_NODE` of the DOM. */
const commentNode = 8;

/** Thrown when a built page has nothing to cut. */
export class NothingToCutError extends Error {
  override readonly name = 'NothingToCutError';
}

/**
 * The part of a built runbook page that an incident needs, in the order of need: the first screen, what it means behind one line, then the steps.
 * What only the reading page can use is left out: links to headings, comments of the framework, pictures (each would be one more request; the
 * link to it stays).
 * @throws {NothingToCutError}
 */
export function cutPage(html: string, {language, alert}: {readonly language: Language; readonly alert: string}): string {
  const $ = load(html);
  const root = $('[data-lane]').first();
  if (root.length === 0) throw new NothingToCutError('Found no [data-lane] in a built runbook, expected its header and content.');
  root.find('script, style, [data-reading-only], .hash-link').remove();
  root
    .find('*')
    .addBack()
    .contents()
    .filter((_index, node) => node.nodeType === commentNode)
    .remove();
  root.find('img').each((_index, image) => {
    const {src = '', alt = ''} = image.attribs;
    $(image).replaceWith(
      $('<a>')
        .attr('href', src)
        .text(alt === '' ? messages[language].image : alt),
    );
  });
  unfold($);
  order($, language);
  putFirst($, alert);
  return $.html(root);
}

function order($: CheerioAPI, language: Language): void {
  const glance = $('[data-lane] [data-glance]').first();
  const explained = explaining.map((id) => $(`[data-lane] [data-section="${id}"]`).first()).filter((section) => section.length > 0);
  if (glance.length === 0 || explained.length === 0) return;
  const more = $('<details data-more>').append($('<summary>').text(messages[language].means));
  for (const section of explained) more.append(section);
  glance.after(more);
}

/** What the theme makes of `details` moves by its script alone; here it is the browser's own again. */
function unfold($: CheerioAPI): void {
  $('details[data-collapsed]').each((_index, details) => {
    $(details).removeAttr('data-collapsed').removeAttr('class');
    const inner = $(details).find('> div > div').first();
    if (inner.length > 0) inner.parent().replaceWith(inner.contents());
  });
  $('h2, h3, h4').removeAttr('class');
}

/** Of several alerts of a page, the one that was asked for comes first. */
function putFirst($: CheerioAPI, alert: string): void {
  const root = $('[data-lane]').first();
  const alerts = (root.attr('data-alerts') ?? '').split(' ').filter((name) => name !== '' && name !== alert);
  root.attr('data-alerts', [alert, ...alerts].join(' '));
  const word = root.find('[data-glance] [data-live]').filter((_index, element) => element.attribs['data-live'] === `alert:${alert}`);
  const line = word.first().closest('p, li');
  line.parent().prepend(line);
}
