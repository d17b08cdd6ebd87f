/** Names that identify a person or account, the likeliest first. */
const KEY_NAMES = [
  /^e-?mail( ?address)?$/i,
  /e-?mail/i,
  /^(user|account|customer|external)[ _-]?(id|guid)$/i,
  /\b(guid|uuid|id)$/i
];
/** What an e-mail address looks like. */
export const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const ENOUGH = 0.8;

/**
 * @param columns columns of the report
 * @param declared the identifier that the report declares, if any
 * @param rows sample rows, for reports whose columns have names that say nothing
 * @returns the column that most likely identifies a record, or null when none looks like it
 */
export function likeliestKeyColumn(
  columns: readonly Apex.InsightsColumnView[],
  declared?: string | null,
  rows: readonly (readonly (string | null)[])[] = []
): string | null {
  const names = columns.map(({ name }) => name ?? '');
  if (declared && names.includes(declared)) {
    return declared;
  }
  for (const pattern of KEY_NAMES) {
    const found = names.find((name) => pattern.test(name));
    if (found) {
      return found;
    }
  }
  return names.find((_name, index) => holdsAddresses(rows, index)) ?? null;
}

/**
 * @param fields fields of the object
 * @param keyValues sample values of the key column: addresses ask for a field of type e-mail
 * @returns API name of the field that the key most likely stands in: e-mail for addresses, else external id, unique, e-mail
 */
export function likeliestKeyField(
  fields: readonly Apex.InsightsFieldView[],
  keyValues: readonly string[]
): string | null {
  const usable = fields.filter(({ canKey }) => canKey);
  const isEmail = ({ conversion, type }: Apex.InsightsFieldView) =>
    conversion === 'Email' || /^email$/i.test(type ?? '');
  const isAddress = areAddresses(keyValues);
  const order: ((field: Apex.InsightsFieldView) => boolean | null | undefined)[] = [
    (field) => isAddress && isEmail(field),
    ({ isExternalId, isUnique }) => isExternalId && isUnique,
    ({ isExternalId }) => isExternalId,
    ({ isUnique, name }) => isUnique && name !== 'Id',
    isEmail
  ];
  for (const suits of order) {
    const found = usable.find(suits);
    if (found) {
      return found.name ?? null;
    }
  }
  return null;
}

/** @returns the cells of a column in the sample, blank ones as empty texts */
export function valuesOf(sample: Apex.InsightsReportSample | null | undefined, column: string | null): string[] {
  const index = (sample?.columns ?? []).findIndex(({ name }) => name === column);
  return index < 0 ? [] : (sample?.rows ?? []).map((row) => row[index] ?? '');
}

function holdsAddresses(rows: readonly (readonly (string | null)[])[], index: number): boolean {
  const values = rows.map((row) => row[index] ?? '').filter((value) => value !== '');
  return areAddresses(values);
}

function areAddresses(values: readonly string[]): boolean {
  return values.length > 0 && values.filter((value) => EMAIL.test(value)).length / values.length >= ENOUGH;
}
