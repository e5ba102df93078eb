/** Handing the reader a file or something to paste. */

/** Offers a file for download. */
export function saveFile({ name, type, text }: { name: string; type: string; text: string }): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Puts a text on the clipboard, as HTML too where it is that. Returns whether the browser allowed it. */
export async function copyText({ type, text }: { type: string; text: string }): Promise<boolean> {
  const kinds = type === 'text/html' ? ['text/plain', 'text/html'] : ['text/plain'];
  try {
    await navigator.clipboard.write([
      new ClipboardItem(Object.fromEntries(kinds.map((kind) => [kind, new Blob([text], { type: kind })]))),
    ]);
    return true;
  } catch {
    return false;
  }
}
