import facts from '@generated/handbook/default/home.json';
import Layout from '@theme/Layout';
import type {ReactNode} from 'react';
import {HomePage} from '../home/HomePage.tsx';

export default function Home(): ReactNode {
  return (
    <Layout>
      <HomePage facts={facts} />
    </Layout>
  );
}
