import facts from '@generated/handbook/default/oncall.json';
import Layout from '@theme/Layout';
import type {ReactNode} from 'react';
import {OnCallPage} from '../live/pages/OnCallPage.tsx';
import {phrases} from '../live/pages/phrases.ts';
import {useLanguage} from '../page/use-language.ts';

export default function OnCall(): ReactNode {
  const say = phrases[useLanguage()];
  return (
    <Layout title={say.onCallTitle} description={say.onCallDescription}>
      <OnCallPage facts={facts} />
    </Layout>
  );
}
