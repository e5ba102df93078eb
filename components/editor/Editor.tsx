/** The form for one record. It holds nothing itself: every keystroke goes out, so that whoever keeps the draft has it. */
import { useEffect, useRef } from 'preact/hooks';
import { t, tn } from '../../utils/i18n';
import type { Proposition } from '../../utils/types';
import { type Double, Doubles } from './Doubles';
import { type Draft, type Person, readingDraft, type TextField, withSpeaker } from './draft';
import { Field } from './Field';
import { type Proposal, Proposals } from './Proposals';
import { ReadingFields } from './ReadingFields';

export interface EditorProps {
  draft: Draft;
  /** What is wrong, by field name; empty while nothing is. */
  errors: Readonly<Record<string, string>>;
  people: readonly Person[];
  propositions: readonly Proposition[];
  proposals: readonly Proposal[] | null;
  doubles: readonly Double[];
  /** The record belongs to a pack of this title; undefined: to the reader. */
  packTitle: string | undefined;
  /** Unsaved changes there are. */
  changed: boolean;
  saving: boolean;
  /** The record was changed elsewhere since editing began. */
  overtaken: boolean;
  onChange(draft: Draft): void;
  onSave(): void;
  onDiscard(): void;
  onOpen(id: string): void;
}

/** Words of a quotation that fit best (docs/formats.md). */
const FEW = 3;
const MANY = 15;

function quoteHint(quote: string): string {
  const count = quote.split(/\s+/).filter(Boolean).length;
  if (count === 0) return t('editorQuoteHint');
  return tn(count > MANY || count < FEW ? 'editorQuoteWordsBad' : 'editorQuoteWords', count);
}

function SourceFields({ draft, errors, set }: Pick<EditorProps, 'draft' | 'errors'> & { set: SetText }) {
  return (
    <fieldset>
      <legend>{t('editorSource')}</legend>
      <Field
        label={t('editor_url')}
        type="url"
        required
        value={draft.url}
        error={errors['source.url']}
        hint={
          draft.url && !errors['source.url'] ? (
            <a href={draft.url} target="_blank" rel="noopener noreferrer">
              {t('editorOpenLink')}
            </a>
          ) : undefined
        }
        onInput={set('url')}
      />
      <div class="pair">
        <Field
          label={t('editor_publisher')}
          value={draft.publisher}
          error={errors.publisher}
          onInput={set('publisher')}
        />
        <Field
          label={t('editor_published')}
          type="date"
          value={draft.published}
          error={errors['source.published']}
          onInput={set('published')}
        />
      </div>
    </fieldset>
  );
}

type SetText = (field: TextField) => (value: string) => void;

function WhoFields({ draft, errors, people, onChange, set }: EditorProps & { set: SetText }) {
  const known = people.find((p) => p.name === draft.speaker);
  const sides = [...new Set(people.map((p) => p.side).filter(Boolean))].sort();
  return (
    <>
      <Field
        label={t('editor_speaker')}
        required
        value={draft.speaker}
        error={errors.speaker}
        hint={draft.speaker && people.length > 0 && !known ? t('editorNewSpeaker') : undefined}
        choices={people.map((p) => p.name)}
        onInput={(speaker) => onChange(withSpeaker(draft, speaker, people))}
      />
      <div class="pair">
        <Field label={t('editor_role')} value={draft.role} error={errors.role} onInput={set('role')} />
        <Field label={t('editor_side')} value={draft.side} error={errors.side} choices={sides} onInput={set('side')} />
      </div>
      <div class="pair">
        <Field
          label={t('editor_date')}
          type="date"
          required
          value={draft.date}
          error={errors.date}
          onInput={set('date')}
        />
        <div class="field">
          <label>
            {t('editor_dateBasis')}
            <select
              value={draft.dateBasis}
              onChange={(event) => onChange({ ...draft, dateBasis: event.currentTarget.value as Draft['dateBasis'] })}
            >
              <option value="said">{t('optionsBasisSaid')}</option>
              <option value="published">{t('optionsBasisPublished')}</option>
            </select>
          </label>
        </div>
      </div>
    </>
  );
}

export function Editor(props: EditorProps) {
  const { draft, errors, propositions, onChange } = props;
  const set: SetText = (field) => (value) => onChange({ ...draft, [field]: value });
  const wrong = Object.keys(errors).length;
  const form = useRef<HTMLFormElement>(null);
  const asked = useRef(false);
  const save = (): void => {
    asked.current = true;
    props.onSave();
  };
  // What stands in the way of saving may be out of sight: the first of it gets the focus.
  useEffect(() => {
    if (asked.current) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    asked.current = false;
  });
  return (
    <form
      class="editor"
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (!(event.ctrlKey || event.metaKey) || (event.key !== 's' && event.key !== 'Enter')) return;
        event.preventDefault();
        save();
      }}
    >
      {props.packTitle ? <p class="note">{t('editorOwnCopy', props.packTitle)}</p> : null}
      <Doubles doubles={props.doubles} onOpen={props.onOpen} />
      <WhoFields {...props} set={set} />
      <Field
        label={t('editor_quote')}
        lines={3}
        value={draft.quote}
        error={errors.quote}
        hint={quoteHint(draft.quote)}
        onInput={set('quote')}
      />
      <Field
        label={t('editor_gist')}
        lines={3}
        value={draft.gist}
        error={errors.gist}
        hint={t('editorGistHint')}
        onInput={set('gist')}
      />
      <fieldset>
        <legend>{t('optionsReadings')}</legend>
        {errors.readings ? <p class="error">{errors.readings}</p> : null}
        <ReadingFields
          readings={draft.readings}
          propositions={propositions}
          errorOf={(field) => errors[field]}
          onChange={(readings) => onChange({ ...draft, readings })}
        />
        <Proposals
          proposals={props.proposals}
          readings={draft.readings}
          propositions={propositions}
          onTake={(proposal) => {
            const taken = { ...readingDraft(proposal), machine: false };
            const rest = draft.readings.filter((r) => r.proposition !== proposal.proposition && r.proposition !== '');
            onChange({ ...draft, readings: [...rest, taken] });
          }}
        />
      </fieldset>
      <SourceFields draft={draft} errors={errors} set={set} />
      <Field label={t('editor_place')} value={draft.place} error={errors.place} onInput={set('place')} />
      <div class="saveBar">
        {/* Here, where it is seen however far one has scrolled. */}
        {props.overtaken ? (
          <p class="note" role="status">
            {t('editorOvertaken')}
          </p>
        ) : null}
        <p role="status">
          {wrong > 0 ? tn('editorWrong', wrong) : t(props.changed ? 'editorUnsaved' : 'editorNoChanges')}
        </p>
        <button type="submit" class="primary" disabled={props.saving || !props.changed}>
          {t('editorSave')}
        </button>
        <button type="button" class="quiet" onClick={props.onDiscard}>
          {t(props.changed ? 'editorDiscard' : 'cardClose')}
        </button>
      </div>
    </form>
  );
}
