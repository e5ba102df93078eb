export function firstUsable(paths: (string | null)[]): string | null;
export function findChromium(): string | null;
export function findFirefox(): string | null;
export function installPackages(names: string[]): boolean;
export function ensureChromium(): string;
