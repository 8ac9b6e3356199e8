import type { zh } from './messages.zh';

export const en: typeof zh = {
  title: 'Veterans’ service stations',
  lead: 'Looking for work, having papers checked, a forgotten password: the staff help in person, free of charge. Bring your ID card.',
  place: 'Where you live',
  all: 'Everywhere',
  count: (n) => (n === 1 ? '1 station' : `${n} stations`),
  none: 'No station is listed for this place',
  noneAdvice: 'Call 12345, or choose “Everywhere” for the centre of the city.',
  phone: 'Telephone',
  address: 'Address',
  hours: 'Opening hours',
};
