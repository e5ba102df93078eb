/** Everything the gallery shows. A new view or state is a line in one of these files; its picture is tested from then on. */
import { cardStates } from './card';
import { popupStates } from './popup';
import { settingsStates } from './settings';
import type { GalleryState } from './state';

export const states: readonly GalleryState[] = [...cardStates, ...popupStates, ...settingsStates];
