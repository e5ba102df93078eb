/** Other ways to bring statements in than the file picker: drop a file, or paste text. */
import { useState } from 'preact/hooks';
import { t } from '../../utils/i18n';

export function PasteForm({ onFile, onText }: { onFile(): void; onText(text: string): void }) {
  const [text, setText] = useState('');
  return (
    <form
      class="paste"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim()) onText(text);
      }}
    >
      <p>{t('importHowBody')}</p>
      <button type="button" class="dropZone" onClick={onFile}>
        {t('importDrop')}
      </button>
      <label class="field">
        {t('importPaste')}
        <textarea
          rows={8}
          spellcheck={false}
          value={text}
          placeholder="speaker,date,quote,url"
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="quiet" disabled={text.trim() === ''}>
        {t('importLook')}
      </button>
    </form>
  );
}
