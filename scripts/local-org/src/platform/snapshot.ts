/**
 * The form of the checked-in snapshots of the platform, and their loading.
 *
 * A member of a class is one line of text in the manner of a declaration, so that a change of the snapshot reads well:
 * `static List<String> split(String, Integer)`, `new(String)`, `final Integer size`. Classes of the namespace System
 * stand without it, records with a leading `@` (`@User`), type parameters by their name.
 */
import classesJson from './snapshot/classes.snapshot.json';
import objectsJson from './snapshot/objects.snapshot.json';

export interface ClassSnapshot {
  kind: 'class' | 'interface' | 'enum';
  typeParams?: string[];
  /** Absent: `Object`. */
  extends?: string;
  implements?: string[];
  isAbstract?: boolean;
  isVirtual?: boolean;
  members?: string[];
  /** Enum constants in their order. */
  constants?: string[];
}

/** By full name: `System.String`, `Messaging.InboundEmail.Header`. */
export type ClassesSnapshot = Record<string, ClassSnapshot>;

/** What the type library tells of a field; everything else is in `objects/`. */
export interface FieldSnapshot {
  /** Apex type: `String`, `Id`, `Decimal` … */
  type: string;
  /** References: the objects referred to; the relationship's name. */
  to?: string[];
  rel?: string;
  /** False: never null in a query's answer. Absent: may be null. */
  nillable?: false;
}

export interface ObjectSnapshot {
  fields: Record<string, FieldSnapshot>;
  /** Name of a child relationship -> child object. */
  children: Record<string, string>;
}

export type ObjectsSnapshot = Record<string, ObjectSnapshot>;

/** The platform's classes. */
export const classes = classesJson as ClassesSnapshot;

/** The platform's standard objects. */
export const objects = objectsJson as ObjectsSnapshot;
