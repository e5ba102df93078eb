import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { captureSelection } from '../utils/article/selection';

/** Put into a page when the reader asks to add what is selected there; its answer is what it found. Changes nothing. */
export default defineUnlistedScript(() => captureSelection(document, location.href));
