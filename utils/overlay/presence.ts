/** Keeps our host in the page: put back when the page takes it out, but without a fight. */
import { type Host, restore } from './host';

/** So often the host is put back unasked; then only when the reader wants a card. */
const RETURNS = 3;

export class Presence {
  private returns = 0;
  /** The page takes our host out again and again. */
  get beaten(): boolean {
    return this.returns > RETURNS;
  }

  constructor(private readonly host: Host) {}

  /** Brings the host into the page because the reader asks for it. */
  enter(): void {
    restore(this.host);
    if (!this.host.element.isConnected) document.documentElement.append(this.host.element);
  }

  /** Something in the page has changed: back, if it was us. Returns false while we are out. */
  check(): boolean {
    if (this.host.element.isConnected) return true;
    this.returns += 1;
    if (this.beaten) return false;
    this.enter();
    return true;
  }

  leave(): void {
    this.host.element.remove();
  }
}
