/** Why a file could not be read, and what to do, in a reader's words. */

const known: Record<string, string> = {
  ENOENT: 'there is no such file; check its path',
  EISDIR: 'it is a folder; name the files in it',
  EACCES: 'you may not read it; check its permissions',
  EPERM: 'you may not read it; check its permissions',
};

/** `error`: what reading threw. Words without a full stop. */
export function whyUnread(error: unknown): string {
  const { code, message } = (error ?? {}) as { code?: string; message?: string };
  return known[code ?? ''] ?? message ?? String(error);
}
