import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * Axe over a page of ours, every rule. There are no frames in our pages, so none is asked (otherwise axe opens a blank
 * page each time to put the answers of frames together); and only what is wrong is told, not all that is right.
 */
export const axe = (page: Page): AxeBuilder =>
  new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
