import type { Page } from '@playwright/test';
export declare function fitTo(page: Page, width: number): Promise<void>;
