/**
 * What the type library does not tell of standard objects, in a short form.
 *
 * A field is one text: `type(length)` or `type(precision,scale)`, words, and after `|` its label where it is not the
 * field's name with blanks. Words: `req` never null, `null` may be null, `ro` set by the platform alone, `create` not
 * updateable, `update` not createable, `default` filled by the platform when null, `=x` default value, `lookup` idLookup,
 * `name` the name field, `restricted` picklist, `of:X` part of the compound field X, `unique`, `nofilter`.
 */
export interface ObjectFacts {
  prefix: string | null;
  label: string;
  plural: string;
  /**
   * What may be done with records, as words: `create update delete undelete merge search trigger`. Absent: all but merge.
   * All are queryable.
   */
  can?: string;
  /** `Private` where an org's default is not public read/write. */
  sharing?: 'Private' | 'Read' | 'ReadWrite' | 'ControlledByParent';
  fields: Record<string, string>;
  /** Values in order; the default value ends with `*`. */
  picklists?: Record<string, readonly string[]>;
  /** `Child.Field` whose records are deleted with a record of this object. */
  cascades?: readonly string[];
  /** `Child.Field` whose records forbid the deletion of a record of this object. */
  restricts?: readonly string[];
}
