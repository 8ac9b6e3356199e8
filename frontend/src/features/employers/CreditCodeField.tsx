import { useWords } from '../../i18n/locale';
import type { FieldProps } from '../../ui/form/Field';
import { TextField } from '../../ui/form/TextField';
import { plainCode, stateOfCode } from './verify/creditCode';
import { verifyWords } from './verify/words';

interface Props extends Pick<FieldProps, 'id' | 'error'> {
  value: string;
  onChange: (value: string) => void;
}

/** A credit code, checked while it is typed. */
export function CreditCodeField(props: Props) {
  const t = useWords(verifyWords);
  const hints = {
    empty: t.codeHint,
    short: t.codeShort(plainCode(props.value).length),
    wrong: t.codeHint,
    fine: t.codeFine,
  };
  const state = stateOfCode(props.value);
  const error = props.error ?? (state === 'wrong' ? t.codeWrong : undefined);
  return <TextField {...props} label={t.code} hint={hints[state]} error={error} maxLength={30} />;
}
