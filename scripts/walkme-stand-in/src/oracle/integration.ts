/** The field types that the oracle can judge; it refuses others by name. */
export type OracleFieldType = 'datetime' | 'number' | 'text';

/** One column written to one field. */
export interface OracleMapping {
  column: string;
  field: string;
  type: OracleFieldType;
  /** For numbers: digits altogether and after the point. */
  precision?: number;
  scale?: number;
  /** For text: most characters. */
  length?: number;
  /** What a blank cell does to the field. */
  blankRule: 'Keep' | 'Clear';
}

/** What the oracle has to know of an integration. */
export interface OracleIntegration {
  keyColumn: string;
  keyField: string;
  mappings: OracleMapping[];
}

/** The example of the product: the logins report to leads, matched by e-mail address. */
export const loginsToLead: OracleIntegration = {
  keyColumn: 'User ID',
  keyField: 'Email',
  mappings: [
    { column: 'First Login', field: 'WalkMe_First_Login__c', type: 'datetime', blankRule: 'Keep' },
    { column: 'Last Login', field: 'WalkMe_Last_Login__c', type: 'datetime', blankRule: 'Keep' },
    {
      column: 'Logins last 30 days',
      field: 'WalkMe_Logins_Last_30_Days__c',
      type: 'number',
      precision: 5,
      scale: 0,
      blankRule: 'Keep'
    }
  ]
};
