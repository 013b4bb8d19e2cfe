import MDXComponents from '@theme-original/MDXComponents';
import {DependencyStatus} from '../live/words/DependencyStatus.tsx';
import {ErrorBudget} from '../live/words/ErrorBudget.tsx';
import {FiringAlerts} from '../live/words/FiringAlerts.tsx';
import {OnCall} from '../live/words/OnCall.tsx';
import {ServiceStatus} from '../live/words/ServiceStatus.tsx';
import {Sparkline} from '../live/words/Sparkline.tsx';
import {RunbookHeader} from '../runbook/RunbookHeader.tsx';
import {RunbookList} from '../runbook/RunbookList.tsx';
import {Table} from './Table.tsx';

/** The words that authors may use without an import. RunbookHeader is placed by the build, at the head of every runbook. */
export default {
  ...MDXComponents,
  DependencyStatus,
  ErrorBudget,
  FiringAlerts,
  OnCall,
  ServiceStatus,
  Sparkline,
  RunbookHeader,
  RunbookList,
  table: Table,
};
