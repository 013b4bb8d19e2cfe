import facts from '@generated/handbook/default/board.json';
import Layout from '@theme/Layout';
import type {ReactNode} from 'react';
import {useLanguage} from '../../page/use-language.ts';
import {KptBoard} from '../../retro/ui/KptBoard.tsx';
import {messages} from '../../retro/ui/messages.ts';
import styles from '../../retro/ui/KptBoard.module.css';

export default function BoardPage(): ReactNode {
  const say = messages[useLanguage()];
  return (
    <Layout title={say.title} description={say.description}>
      <main className={styles.page}>
        <h1>{say.title}</h1>
        <KptBoard facts={facts} />
      </main>
    </Layout>
  );
}
