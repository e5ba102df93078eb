type Files = ReadonlyMap<string, Uint8Array>;
export declare function faultsOf(files: Files): string[];
export declare function permissionsOf(files: Files): { required: string[]; hosts: string[]; optional: string[] };
