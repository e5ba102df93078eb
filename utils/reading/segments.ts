/** A sentence cut into stretches of one voice each. */
import type { Entity } from '../types';
import type { AttributionCue } from './cues';
import type { Segment, Span } from './types';
import type { Voice } from './voices';

export interface Standing {
  span: Span;
  speaker: Entity | null;
}

const within = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Splits a sentence at its standing quotations and at the boundaries between voices. */
export function segmentsOf(
  sentence: Span,
  voices: readonly Voice[],
  cues: readonly AttributionCue[],
  alone: readonly Standing[],
  text: string,
): Segment[] {
  const cuts = new Set<number>([sentence.start, sentence.end]);
  for (const { from } of voices) if (from > sentence.start) cuts.add(from);
  for (const { span } of alone) {
    cuts.add(Math.max(sentence.start, span.start - 1));
    cuts.add(Math.min(sentence.end, span.end + 1));
  }
  const at = [...cuts].sort((a, b) => a - b);
  const words = (cue: AttributionCue): string => text.slice(cue.span.start, cue.span.end);
  const out: Segment[] = [];
  for (let i = 0; i + 1 < at.length; i += 1) {
    const span = { start: at[i] as number, end: at[i + 1] as number };
    const quote = alone.find((q) => within(q.span, span) && span.start >= q.span.start - 1);
    if (quote) {
      const cue = cues.find((c) => c.speaker === quote.speaker);
      out.push({ ...span, kind: 'direct', speaker: quote.speaker, attribution: cue ? words(cue) : null });
      continue;
    }
    const voice = [...voices].reverse().find((v) => v.from <= span.start) ?? voices[0];
    out.push(
      voice
        ? { ...span, kind: 'indirect', speaker: voice.cue.speaker, attribution: words(voice.cue) }
        : { ...span, kind: 'reporter', speaker: null, attribution: null },
    );
  }
  return out;
}
