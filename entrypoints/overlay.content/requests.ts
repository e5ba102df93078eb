/** What popup and background ask of the overlay. */
import type { ToOverlay } from '../../utils/messages';
import { listen } from '../../utils/messaging';
import type { Overlay } from './overlay';

/** Answers until `signal` aborts. */
export function answerRequests(overlay: Overlay, signal: AbortSignal): void {
  const stop = listen<ToOverlay>({
    'overlay.state': () => overlay.state(),
    'overlay.goto': ({ passage }) => {
      overlay.goTo(passage);
      return null;
    },
    'overlay.command': ({ command }) => {
      overlay.command(command);
      return null;
    },
    'overlay.leave': () => {
      overlay.leave();
      return null;
    },
  });
  signal.addEventListener('abort', stop, { once: true });
}
