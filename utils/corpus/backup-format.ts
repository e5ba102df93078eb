/** How a backup is known. Apart from the backup itself, since the command line knows no database. */
export const FORMAT = 'said-before-backup';
export const VERSION = 2;

/** Is a text the beginning of a backup? */
export const isBackup = (text: string): boolean => text.slice(0, 200).includes(`"format":"${FORMAT}"`);
