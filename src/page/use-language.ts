import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import type {Language} from '../catalog/contract.ts';

/** The language of the page. */
export function useLanguage(): Language {
  return useDocusaurusContext().i18n.currentLocale as Language;
}
