/**
 * The parts of the data layer, as they see each other.
 */
import type { TriggerEvent } from '../apex/ast';
import type { SObjectSchema } from '../schema/model';
import type { PermissionStore } from './security/permissions';
import type { Sharing } from './security/sharing';
import type { QueryEngine } from './soql/execute';
import type { OrgDatabase } from './storage/database';
import { Table } from './storage/table';

/** A compiled trigger; its context is on top of `kernel.tx.triggers` when it runs. */
export interface TriggerHandle {
  name: string;
  run(): void;
}

/** The project's triggers. */
export interface TriggerSource {
  /** Triggers on the object (canonical name) for the event, in the order in which they run. */
  find(object: string, event: TriggerEvent): readonly TriggerHandle[];
}

export class DataContext {
  private readonly tables = new Map<string, Table>();
  triggers: TriggerSource = { find: () => [] };

  constructor(
    readonly database: OrgDatabase,
    readonly permissions: PermissionStore,
    readonly sharing: Sharing,
    readonly queries: QueryEngine
  ) {}

  table(schema: SObjectSchema): Table {
    let table = this.tables.get(schema.name);
    if (!table) this.tables.set(schema.name, (table = new Table(schema)));
    return table;
  }

  object(name: string): SObjectSchema {
    return this.database.object(name);
  }

  hasTriggers(schema: SObjectSchema): boolean {
    return EVENTS.some((event) => this.triggers.find(schema.name, event).length > 0);
  }
}

const EVENTS: readonly TriggerEvent[] = [
  'before insert',
  'before update',
  'before delete',
  'after insert',
  'after update',
  'after delete',
  'after undelete'
];
