/** What a reader types as a site → a host name. Pure. */

/**
 * The host name in what was typed or pasted (a whole address, `*.example.org`, capitals, a port, letters beyond ASCII),
 * or null when there is none. International names come back in their ASCII form, as browsers compare them.
 */
export function hostFrom(typed: string): string | null {
  const text = typed.trim().replace(/^\*\./, '');
  if (text === '' || /\s/.test(text)) return null;
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https') return null;
  try {
    const host = new URL(scheme ? text : `http://${text}`).hostname.replace(/\.$/, '');
    const plausible = host === 'localhost' || /^\[.+\]$/.test(host) || /^[a-z0-9_-]+(\.[a-z0-9_-]+)+$/.test(host);
    return plausible && host.length < 254 ? host : null;
  } catch {
    return null;
  }
}

/** Several sites at once, apart by spaces, commas, semicolons or lines: the good ones, and the words that are none. */
export function hostsFrom(typed: string): { hosts: string[]; bad: string[] } {
  const hosts = new Set<string>();
  const bad: string[] = [];
  for (const word of typed.split(/[\s,;]+/).filter(Boolean)) {
    const host = hostFrom(word);
    if (host) hosts.add(host);
    else bad.push(word);
  }
  return { hosts: [...hosts], bad };
}
