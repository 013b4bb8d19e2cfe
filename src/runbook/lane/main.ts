import type {Language} from '../../catalog/contract.ts';
import {Feed} from '../../live/feed/feed.ts';
import {openPage} from '../page/open-page.ts';
import {keepQuery} from './keep-query.ts';
import {paintWords} from './paint.ts';

/** The script of an incident lane, once in each file. Without it the file is complete to read. */
const root = document.querySelector<HTMLElement>('[data-lane]');
if (root !== null) {
  const language = document.documentElement.lang as Language;
  keepQuery(document, location);
  openPage(root, {language, address: location});
  paintWords(root, {feed: new Feed('/_status/v1/'), language});
}
