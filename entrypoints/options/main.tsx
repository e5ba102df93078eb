import { render } from 'preact';
import { openCorpus } from '../../utils/corpus/db';
import { startPage } from '../own-page/start';
import { HOME } from './address';
import { Page } from './Page';
import { queryOf } from './query';
import { RepairView } from './RepairView';
import { address } from './route';
import { ask } from './statements/rows';

const root = document.getElementById('root') as HTMLElement;
// The worker looks for the first rows while this page gets ready to show them.
if (address.value.view === HOME) ask(queryOf(address.value.params));
const [opened] = await Promise.all([openCorpus(), startPage()]);
render(opened.ok ? <Page db={opened.value} /> : <RepairView fault={opened.fault} />, root);
