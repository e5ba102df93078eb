import type { Page } from '@playwright/test';
import type { Stage } from '../release/stage.mjs';

export interface View {
  name: string;
  open(stage: Stage): Promise<Page>;
  again?(page: Page, stage: Stage): Promise<unknown>;
  after?(page: Page): Promise<unknown>;
}
export declare const views: readonly View[];
