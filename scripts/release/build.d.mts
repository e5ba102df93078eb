export declare function buildOf(browser: 'chrome' | 'firefox'): Map<string, Uint8Array>;
export declare function zipOf(files: ReadonlyMap<string, Uint8Array>): Uint8Array;
