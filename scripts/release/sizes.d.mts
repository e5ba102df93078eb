export declare const budgets: Record<string, number>;
export declare function sizeOf(
  name: string,
  read: (file: string) => string | null,
): { bytes: number; scripts: string[] };
