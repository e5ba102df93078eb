/** The clipboard in a page that is not ours. */

/** Pages without a secure context, or whose policy forbids it, have no `navigator.clipboard`: the old command still copies. */
function byCommand(text: string, html: string | null): boolean {
  let done = false;
  const put = (event: ClipboardEvent): void => {
    if (!event.isTrusted || !event.clipboardData) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData.setData('text/plain', text);
    if (html !== null) event.clipboardData.setData('text/html', html);
    done = true;
  };
  window.addEventListener('copy', put, { capture: true });
  try {
    document.execCommand('copy');
  } finally {
    window.removeEventListener('copy', put, { capture: true });
  }
  return done;
}

/** Puts text, and where given HTML beside it, on the clipboard; for use in a click. Returns whether the browser let us. */
export async function copy(text: string, html: string | null = null): Promise<boolean> {
  const flavours: Record<string, Blob> = { 'text/plain': new Blob([text], { type: 'text/plain' }) };
  if (html !== null) flavours['text/html'] = new Blob([html], { type: 'text/html' });
  try {
    await navigator.clipboard.write([new ClipboardItem(flavours)]);
    return true;
  } catch {
    return byCommand(text, html);
  }
}

/** Offers a file; nothing is sent anywhere. */
export function download({ name, type, text }: { name: string; type: string; text: string }): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
