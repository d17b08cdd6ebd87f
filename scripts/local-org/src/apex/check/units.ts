/** Checks files: classes, triggers and anonymous blocks. */
import type { AnonymousUnit, CompilationUnit, TriggerUnit } from '../ast';
import { VOID } from '../symbols/basic';
import type { SymbolTable } from '../symbols/table';
import { TypeChecker } from './classes';
import { BodyContext, type Findings } from './context';
import { checkTypeIdentifier } from './identifiers';
import { checkStatements } from './statements';

/** Checks one file. */
export function checkUnit(table: SymbolTable, findings: Findings, unit: CompilationUnit): void {
  if (unit.kind === 'ClassUnit') new TypeChecker(table, findings, unit.file).checkType(unit.type);
  else if (unit.kind === 'TriggerUnit') checkTrigger(table, findings, unit);
  else checkAnonymous(table, findings, unit);
}

function checkTrigger(table: SymbolTable, findings: Findings, unit: TriggerUnit): void {
  const symbol = table.unitSymbols.get(unit);
  if (symbol === undefined) return;
  const cx = new BodyContext(table, findings, symbol, {
    kind: 'trigger',
    isStatic: true,
    returns: VOID,
    triggerObject: unit.objectName
  });
  checkTypeIdentifier(cx, unit.name, unit.pos, true);
  checkTriggerHead(cx, unit);
  checkStatements(cx, unit.body.statements);
  new TypeChecker(table, findings, unit.file, cx).checkMembers(unit.members, symbol);
}

function checkTriggerHead(cx: BodyContext, unit: TriggerUnit): void {
  const schema = cx.table.objectSchema(unit.objectName);
  if (schema === undefined) cx.error(unit.pos, `Invalid type: Schema.${unit.objectName}`);
  else if (!schema.triggerable) cx.error(unit.pos, `SObject type does not allow triggers: ${schema.name}`);
  const seen = new Set<string>();
  for (const { event, pos } of unit.events) {
    if (seen.has(event)) cx.error(pos, `Duplicate Trigger Usage: ${event.toUpperCase()}`);
    seen.add(event);
    if ((event as string) === 'before undelete') cx.error(pos, 'Trigger Usage Before Undelete is not supported');
    if (schema?.sort === 'platformEvent' && event !== 'after insert') {
      cx.error(pos, `Platform Event SObjects only supports after insert: ${schema.name}`);
    }
  }
}

function checkAnonymous(table: SymbolTable, findings: Findings, unit: AnonymousUnit): void {
  const symbol = table.unitSymbols.get(unit);
  if (symbol === undefined) return;
  const cx = new BodyContext(table, findings, symbol, { kind: 'anonymous', isStatic: false, returns: VOID });
  checkStatements(cx, unit.body.statements);
  new TypeChecker(table, findings, unit.file, cx).checkMembers(unit.members, symbol);
}
