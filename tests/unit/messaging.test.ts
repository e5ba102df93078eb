import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Runtime } from '../../utils/browser';
import { type ToBackground, writing } from '../../utils/messages';
import { answer, type Handlers, isOwnPage, send } from '../../utils/messaging';

const sender = (url: string): Runtime.MessageSender => ({ id: 'us', url }) as Runtime.MessageSender;
const base = 'chrome-extension://us/';
const own = (s: Runtime.MessageSender): boolean => isOwnPage(s, 'us', base);
const web = sender('https://news.example/');
const options = sender(`${base}options.html#x`);

beforeEach(() => fakeBrowser.reset());

describe('who asks', () => {
  it('is an own page only by id and address', () => {
    expect(own(options)).toBe(true);
    expect(own(web)).toBe(false);
    expect(own({ ...options, id: 'other' })).toBe(false);
    expect(own({ id: 'us' } as Runtime.MessageSender)).toBe(false);
    expect(own(sender(`https://news.example/?${base}`))).toBe(false);
    expect(own(sender('chrome-extension://us.evil/options.html'))).toBe(false);
    expect(isOwnPage(sender('anything'), 'us', '')).toBe(false);
  });

  it('may write only as an own page', async () => {
    for (const type of [...writing, 'page.force'] as (keyof ToBackground)[]) {
      const handler = vi.fn(() => ({ ok: true, value: null }));
      const handlers = { [type]: handler } as unknown as Handlers<ToBackground>;
      expect(await answer(handlers, own, { type, request: {} }, web)).toMatchObject({ fault: { code: 'refused' } });
      expect(handler).not.toHaveBeenCalled();
      expect(await answer(handlers, own, { type, request: {} }, options)).toMatchObject({ ok: true });
    }
  });

  it('may read from anywhere', async () => {
    const handlers: Handlers<ToBackground> = { 'options.open': () => null };
    expect(await answer(handlers, own, { type: 'options.open', request: { hash: '' } }, web)).toBeNull();
  });
});

describe('answer', () => {
  it('leaves alone what is not ours', () => {
    for (const message of [
      null,
      5,
      'x',
      {},
      { type: 5 },
      { type: 'nobody' },
      { type: 'toString' },
      { type: '__proto__' },
    ])
      expect(answer<ToBackground>({}, own, message, options)).toBeUndefined();
  });

  it('turns what a handler throws into a fault', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const handlers: Handlers<ToBackground> = {
      'corpus.status': () => {
        throw new Error('inside');
      },
    };
    const reply = await answer(handlers, own, { type: 'corpus.status' }, web);
    expect(reply).toMatchObject({ ok: false, fault: { code: 'failed' } });
    expect(JSON.stringify(reply)).not.toContain('inside');
  });
});

describe('send', () => {
  it('answers with a fault where nobody listens', async () => {
    expect(await send('corpus.status', null)).toMatchObject({ ok: false, fault: { code: 'no-answer' } });
  });

  it('hands a Result through and wraps what is none', async () => {
    const asked = vi.spyOn(fakeBrowser.runtime, 'sendMessage');
    asked.mockResolvedValueOnce({ ok: true, value: null }).mockResolvedValueOnce(null);
    expect(await send('mute.remove', { id: 'x' })).toEqual({ ok: true, value: null });
    expect(await send('options.open', { hash: '' })).toEqual({ ok: true, value: null });
  });
});
