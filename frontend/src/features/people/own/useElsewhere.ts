import { useNavigate } from '@tanstack/react-router';
import type { OwnProfile } from '../../../api/types';
import { useWords } from '../../../i18n/locale';
import { focusField } from '../../../ui/form/ErrorSummary';
import type { FormState } from '../../../ui/form/useForm';
import { historyWords } from '../history/words';
import type { Answers } from './parts';
import { isSamePage, type Place, placeOf } from './places';
import type { Part } from './search';
import { ownWords } from './words';

/** What a form of one part changes, and what was typed on the page before if that was found wrong. */
export interface Start {
  own: OwnProfile;
  etag: string;
  answers: Answers;
  /** Why the page before could not be saved; the answers were not kept yet then. */
  refusal?: unknown;
}

/** Every part's form is opened with it. */
export interface Opened {
  start: Start;
  /** Goes on at another page, with all that was typed. */
  onElsewhere: (place: Place, start: Start) => void;
}

interface Here extends Opened {
  part: Part;
  entry?: string | undefined;
  refusal: unknown;
}

/** What is wrong with a form, with the way to those fields that another page asks for. */
export function useElsewhere(form: FormState<Answers>, here: Here) {
  const t = useWords(ownWords);
  const history = useWords(historyWords);
  const { part, entry, start, refusal, onElsewhere } = here;

  function labelOf(place: Place, field: string): string {
    const at = Number(field.split('-')[2]);
    if (place.entry === undefined || Number.isNaN(at)) return t.part[place.part].title;
    if (place.part === 'service' || place.part === 'work')
      return history.stretches[place.part].one(at + 1);
    return form.values.certificates[at]?.name || t.part.certificates.title;
  }

  const wrong = form.wrong.map((one) => {
    const place = placeOf(one.field, form.values);
    if (!place || isSamePage(place, part, entry)) return one;
    return { ...one, label: labelOf(place, one.field) };
  });

  function follow(field: string) {
    const place = placeOf(field, form.values);
    if (!place || isSamePage(place, part, entry)) return focusField(field);
    onElsewhere(place, { ...start, answers: form.values, refusal });
  }

  return { wrong, follow };
}

/** Back to one's own profile, or to the list of a part. */
export function useGoTo() {
  const navigate = useNavigate();
  return (part?: Part) => void navigate({ to: '/me/profile', search: part ? { part } : {} });
}
