// Who somebody is, as they type it: what the page itself can tell is wrong, and what is sent.
import type { Identity, OwnProfile } from '../../api/types';
import { useWords } from '../../i18n/locale';
import type { Faults } from '../../ui/form/useForm';
import { peopleWords } from './words';

/** By the server's names for them. */
export interface IdentityAnswers {
  name: string;
  id_number: string;
  mobile: string;
  /** Code of a township. */
  division: string;
}

const ID_LENGTH = 18;
const MOBILE_LENGTH = 11;

/**
 * Whether a number is right, the server says. `known` is what stands there, of which only masks are
 * shown: what is left empty would be lost.
 */
export function useIdentityFaults(known?: OwnProfile): (answers: IdentityAnswers) => Faults {
  const t = useWords(peopleWords);
  return ({ name, division, ...numbers }) => {
    const lacking = ID_LENGTH - numbers.id_number.replaceAll(/\s/g, '').length;
    const mobileLacking = MOBILE_LENGTH - numbers.mobile.replaceAll(/\D/g, '').length;
    const idNumber = () => {
      if (lacking === ID_LENGTH) return known?.id_number ? t.idNumberAgain : undefined;
      return lacking === 0 ? undefined : t.idNumberWrong(lacking);
    };
    const mobile = () => {
      if (numbers.mobile.trim() === '') return known?.mobile ? t.mobileAgain : undefined;
      return mobileLacking > 0 ? t.mobileWrong(mobileLacking) : undefined;
    };
    return {
      name: name.trim() ? undefined : t.nameMissing,
      id_number: idNumber(),
      mobile: mobile(),
      division: division ? undefined : t.divisionMissing,
    };
  };
}

/** What was left empty is not sent: the server takes it as unknown. */
export function identityOf({ name, id_number, mobile, division }: IdentityAnswers): Identity {
  const said = (text: string) => text.trim() || null;
  return { name: name.trim(), id_number: said(id_number), mobile: said(mobile), division };
}
