import facts from '@generated/handbook/default/status.json';
import Layout from '@theme/Layout';
import type {ReactNode} from 'react';
import {StatusPage} from '../live/pages/StatusPage.tsx';
import {phrases} from '../live/pages/phrases.ts';
import {useLanguage} from '../page/use-language.ts';

export default function Status(): ReactNode {
  const say = phrases[useLanguage()];
  return (
    <Layout title={say.statusTitle} description={say.statusDescription}>
      <StatusPage facts={facts} />
    </Layout>
  );
}
