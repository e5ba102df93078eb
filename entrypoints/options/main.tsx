import { render } from 'preact';
import { browser } from '../../utils/browser';
import { openCorpus } from '../../utils/corpus/db';
import { useCatalogue } from '../../utils/i18n';
import { Page } from './Page';

useCatalogue((key, values) => browser.i18n.getMessage(key, values), browser.i18n.getUILanguage());
document.documentElement.lang = browser.i18n.getUILanguage();

const root = document.getElementById('root') as HTMLElement;
const opened = await openCorpus();
if (opened.ok) render(<Page db={opened.value} />, root);
else
  render(
    <main class="sheet">
      <h1>{opened.fault.message}</h1>
      <div role="alert">{opened.fault.todo}</div>
    </main>,
    root,
  );
