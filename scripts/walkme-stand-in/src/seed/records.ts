/** A value of a seed record: a literal, or the record that a lookup field points to, by its reference key. */
export type SeedValue = string | number | boolean | { reference: string };

/** One record to insert, in an order in which every reference is known before it is used. */
export interface SeedRecord {
  /** API name of the object. */
  object: string;
  /** Stable key of this record within the seed data, such as `lead-17`; not stored in the org. */
  reference: string;
  fields: Record<string, SeedValue>;
}

/**
 * A lead to convert once all records are inserted. `Lead.IsConverted` cannot be set on insert: an org converts with
 * `Database.convertLead`, at most 100 leads a call, naming the account and contact given here and no opportunity.
 */
export interface SeedConversion {
  /** Reference key of the lead. */
  lead: string;
  /** Reference key of the account that the lead becomes part of. */
  account: string;
  /** Reference key of the contact that the lead becomes. */
  contact: string;
  /** A lead status that stands for "converted"; this one is standard. */
  convertedStatus: string;
  /** The day of the conversion, `YYYY-MM-DD`; an org takes today's date. */
  convertedDate: string;
}
