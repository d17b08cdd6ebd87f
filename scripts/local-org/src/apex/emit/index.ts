/**
 * Checked tree to JavaScript, one script a file; see DESIGN.md, "Names in emitted code".
 */
import type { AnonymousUnit, ClassUnit, CompilationUnit, TriggerUnit, TypeDeclaration } from '../ast';
import type { TypeSymbol } from '../types';
import { emitClassBody, emitTypeMaker, traceName } from './classes';
import { FileEmitter, type EmittedFile } from './file';
import { emitFunction } from './functions';
import { classBinding, quote } from './names';

export type { EmittedFile, MethodRange } from './file';

/**
 * Emits a unit that the checker found without errors. `unitSymbol`: the class that stands for a trigger or an anonymous
 * block. The script's value is a function `($r, $k) => …` that defines the unit's types in `$k`; of a trigger or an
 * anonymous block it answers the function to run.
 */
export function emitUnit(unit: CompilationUnit, unitSymbol: TypeSymbol | undefined): EmittedFile {
  const file = new FileEmitter(fileName(unit.file));
  if (unit.kind === 'ClassUnit') emitClassUnit(file, unit);
  else if (unitSymbol) emitBlockUnit(file, unit, unitSymbol);
  return file.finish();
}

/** Name in stack traces and coverage: the file without its folders. */
export function fileName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

function emitClassUnit(file: FileEmitter, unit: ClassUnit): void {
  file.w.write(`$r.define($k,${quote(unit.type.symbol?.fullName ?? unit.type.name)},()=>`);
  emitTypeMaker(file, unit.type);
  file.w.write(');');
  emitInnerDefinitions(file, unit.type);
}

/** Inner types are made by a static method of the class around them. */
function emitInnerDefinitions(file: FileEmitter, declaration: TypeDeclaration): void {
  if (declaration.kind !== 'ClassDeclaration') return;
  const outer = declaration.symbol?.fullName ?? declaration.name;
  for (const member of declaration.members) {
    if (
      member.kind !== 'ClassDeclaration' &&
      member.kind !== 'InterfaceDeclaration' &&
      member.kind !== 'EnumDeclaration'
    )
      continue;
    file.w.write(`$r.define($k,${quote(`${outer}.${member.name}`)},()=>$k[${quote(outer)}].$t_${member.name}());`);
    emitInnerDefinitions(file, member);
  }
}

/** A trigger or anonymous block is a class with its members, whose method `$run` is the body. */
function emitBlockUnit(file: FileEmitter, unit: TriggerUnit | AnonymousUnit, symbol: TypeSymbol): void {
  const binding = classBinding(symbol);
  const emitMembers = (): void => emitClassBody(file, unit.members, symbol, undefined);
  const emitBody = (): void => emitRun(file, unit, symbol);
  file.withClassInScope(symbol, () => {
    file.w.write(`class ${binding} extends $r.ApexObject{`);
    const parts = bodyComesFirst(unit) ? [emitBody, emitMembers] : [emitMembers, emitBody];
    parts.forEach((emit) => emit());
    file.w.write('}');
  });
  for (const member of unit.members) {
    if (
      member.kind !== 'ClassDeclaration' &&
      member.kind !== 'InterfaceDeclaration' &&
      member.kind !== 'EnumDeclaration'
    )
      continue;
    file.w.write(`$r.define($k,${quote(`${symbol.fullName}.${member.name}`)},()=>${binding}.$t_${member.name}());`);
  }
  file.w.write(`return()=>new ${binding}().$run();`);
}

function emitRun(file: FileEmitter, unit: TriggerUnit | AnonymousUnit, symbol: TypeSymbol): void {
  const owner: TypeSymbol = { ...symbol, sharing: unit.kind === 'TriggerUnit' ? 'without' : 'with' };
  const endLine = unit.endLine ?? 1;
  emitFunction(
    file,
    { owner, isEntry: true, head: '$run', parameters: [], traceName: traceName(symbol, ''), endLine },
    unit.body
  );
}

/** Statements and members may be mixed; the first of them keeps its lines, the others follow where they still can. */
function bodyComesFirst(unit: TriggerUnit | AnonymousUnit): boolean {
  const [statement] = unit.body.statements;
  const [member] = unit.members;
  return !member || (statement !== undefined && statement.pos.line < member.pos.line);
}
