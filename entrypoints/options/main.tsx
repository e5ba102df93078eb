import { render } from 'preact';
import { openCorpus } from '../../utils/corpus/db';
import { startPage } from '../own-page/start';
import { Page } from './Page';
import { RepairView } from './RepairView';

const root = document.getElementById('root') as HTMLElement;
const [opened] = await Promise.all([openCorpus(), startPage()]);
render(opened.ok ? <Page db={opened.value} /> : <RepairView fault={opened.fault} />, root);
