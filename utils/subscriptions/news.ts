/** How the background tells every page of ours what it is loading. */
import type { Progress } from '../corpus-service';

/** The channel on which it is told. */
export const DOWNLOADS = 'said-before:downloads';

export interface DownloadNews {
  /** The index's address. */
  url: string;
  /** null: it is over. */
  progress: Progress | null;
}
