import { useQuery } from '@tanstack/react-query';
import { divisionsWithinQuery } from '../../../api/dictionaries';
import { HOME_COUNTY } from '../../../lib/homeCounty';
import { type Choice, ChooseMany } from '../../../ui/form/Choices';

interface Props {
  legend: string;
  /** Before the townships, such as the whole county. */
  first: Choice<string>;
  id?: string;
  values: readonly string[];
  onChange: (values: string[]) => void;
}

/** Townships of the county, any of them. */
export function DivisionChoices({ legend, first, id, values, onChange }: Props) {
  const { data = [] } = useQuery(divisionsWithinQuery(HOME_COUNTY));
  const known = [first, ...data.map(({ code, name }) => ({ value: code, label: name }))];
  return (
    <ChooseMany
      legend={legend}
      choices={known}
      values={values}
      onChange={onChange}
      {...(id && { id })}
    />
  );
}
