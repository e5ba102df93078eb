/** The pack's own labelled sentences (docs/labelled-articles.md has the form). Every fifth line is held back. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Label } from './labels';
import { LabelError, parseReadings } from './own-articles';

export interface LabelledSentence {
  text: string;
  /** Who speaks, where the sentence is in the first person. */
  speaker: string | null;
  readings: Label['readings'];
  /** The proposition that the file is about. */
  proposition: string;
  held: boolean;
}

/** All labelled sentences of a folder, by file name. Throws LabelError with file and line. */
export function readSentences(folder: string): LabelledSentence[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) =>
      readFileSync(join(folder, name), 'utf8')
        .split('\n')
        .flatMap((line, i): LabelledSentence[] => {
          if (!line.trim()) return [];
          const [text, speaker, labels] = line.split(' | ').map((x) => x.trim());
          const readings = labels === 'none' ? [] : parseReadings(labels ?? '');
          if (!text || !readings) throw new LabelError(name, i + 1, 'wants "sentence | speaker | readings"');
          return [
            {
              text,
              speaker: !speaker || speaker === '-' || speaker === '?' ? null : speaker,
              readings,
              proposition: name.split('.')[0] as string,
              held: i % 5 === 4,
            },
          ];
        }),
    );
}
