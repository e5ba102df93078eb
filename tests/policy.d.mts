/** Whether the sums and text as code may run where this is called. */
export function mayRun(sums: string): Promise<{ sums: boolean; text: boolean }>;
