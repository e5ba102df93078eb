import type { BrowserContext, Page } from '@playwright/test';

export interface Stage {
  site: string;
  base: string;
  context: BrowserContext;
  open(url: string, wait?: number | string | null, before?: { run: unknown; with?: unknown } | null): Promise<Page>;
  ask(page: Page, type: string, request?: unknown): Promise<unknown>;
  close(): Promise<void>;
}
export declare function openStage(options?: {
  width?: number;
  height?: number;
  scheme?: 'light' | 'dark';
  lang?: string;
  folder?: string;
}): Promise<Stage>;
