import Translate, {translate} from '@docusaurus/Translate';
import type {ReactNode} from 'react';
import styles from './SectionBar.module.css';

/** The four sections that somebody jumps between, in reach of the thumb. Wide screens have the table of contents instead. */
export function SectionBar(): ReactNode {
  return (
    <nav
      className={styles.bar}
      aria-label={translate({
        id: 'runbook.sections',
        message: 'Sections of this runbook',
        description: 'Name of the bar at the foot of a phone screen',
      })}
    >
      <a href="#check">
        <Translate id="runbook.section.check" description="Short name of the section Check, fits a quarter of a phone's width">
          Check
        </Translate>
      </a>
      <a href="#fix">
        <Translate id="runbook.section.fix" description="Short name of the section Fix, fits a quarter of a phone's width">
          Fix
        </Translate>
      </a>
      <a href="#verify">
        <Translate id="runbook.section.verify" description="Short name of the section Verify, fits a quarter of a phone's width">
          Verify
        </Translate>
      </a>
      <a href="#escalate">
        <Translate id="runbook.section.escalate" description="Short name of the section Escalate, fits a quarter of a phone's width">
          Escalate
        </Translate>
      </a>
    </nav>
  );
}
