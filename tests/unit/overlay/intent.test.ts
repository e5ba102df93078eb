import { describe, expect, it } from 'vitest';
import { Intent } from '../../../utils/overlay/intent';

/** An intent on a clock that is turned by hand. */
function set(held = false) {
  const timers = new Map<number, { run: () => void; at: number }>();
  let [now, ids] = [0, 0];
  const events: string[] = [];
  const state = { held };
  const intent = new Intent<string>(
    {
      delay: () => 500,
      open: (target) => events.push(`open ${target}`),
      close: () => events.push('close'),
      held: () => state.held,
    },
    { set: (run, ms) => timers.set(++ids, { run, at: now + ms }) && ids, clear: (id) => timers.delete(id) },
  );
  const pass = (ms: number): void => {
    const end = now + ms;
    for (;;) {
      const due = [...timers].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at)[0];
      if (!due) break;
      now = due[1].at;
      timers.delete(due[0]);
      due[1].run();
    }
    now = end;
  };
  return { intent, events, pass, state };
}

describe('the intent of a pointer', () => {
  it('opens after rest and closes after the grace', () => {
    const { intent, events, pass } = set();
    intent.over('a', 'a', 10, 10);
    pass(499);
    expect(events).toEqual([]);
    pass(1);
    expect(events).toEqual(['open a']);
    intent.over(null, null, 0, 0);
    pass(299);
    expect(events).toEqual(['open a']);
    pass(1);
    expect(events).toEqual(['open a', 'close']);
  });
  it('stays while something in the card is open, and closes soon after that has closed', () => {
    const { intent, events, pass, state } = set(true);
    intent.show('a', 'a');
    intent.release();
    pass(5000);
    expect(intent.isOpen).toBe(true);
    state.held = false;
    pass(300);
    expect(events).toEqual(['open a', 'close']);
  });
  it('stays when the pointer comes back to what was held', () => {
    const { intent, pass, state } = set(true);
    intent.show('a', 'a');
    intent.release();
    pass(700);
    intent.hold();
    state.held = false;
    pass(5000);
    expect(intent.isOpen).toBe(true);
  });
});
