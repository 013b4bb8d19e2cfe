import MDXComponents from '@theme-original/MDXComponents';
import {FiringAlerts} from '../live/words/FiringAlerts.tsx';
import {ServiceStatus} from '../live/words/ServiceStatus.tsx';
import {RunbookHeader} from '../runbook/RunbookHeader.tsx';
import {RunbookList} from '../runbook/RunbookList.tsx';
import {Table} from './Table.tsx';

/** The words that authors may use without an import. RunbookHeader is placed by the build, at the head of every runbook. */
export default {...MDXComponents, FiringAlerts, ServiceStatus, RunbookHeader, RunbookList, table: Table};
