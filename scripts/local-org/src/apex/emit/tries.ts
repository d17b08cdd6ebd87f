/**
 * `try`: catch blocks see Apex exceptions only. What Apex cannot catch passes catch and finally blocks by.
 */
import type { TryStatement } from '../ast';
import type { BodyEmitter } from './body';
import { isPlatformType } from './names';
import { emitBraced, emitInside } from './statements';

export function emitTry(s: TryStatement, b: BodyEmitter): void {
  if (!s.finallyBody) {
    emitCatching(s, b);
    return;
  }
  const runsFinally = b.temp();
  const error = b.unique('$e');
  b.w.write(`${runsFinally}=true;try{`);
  if (s.catches.length > 0) emitCatching(s, b);
  else emitInside(s.body, b);
  b.w.write(`}catch(${error}){${runsFinally}=!$r.isFatal(${error});throw ${error}}`);
  b.w.write(`finally{if(${runsFinally})`);
  emitBraced(s.finallyBody, b);
  b.w.write('}');
}

function emitCatching(s: TryStatement, b: BodyEmitter): void {
  const error = b.unique('$e');
  const caught = b.unique('$x');
  b.w.write('try');
  emitBraced(s.body, b);
  b.w.write(`catch(${error}){const ${caught}=$r.caught(${error});`);
  s.catches.forEach((clause, i) => {
    b.w.at(clause.pos.line);
    if (i > 0) b.w.write('else ');
    emitTest(clause, caught, b);
    b.w.write(`{let ${clause.symbol?.jsName ?? clause.name}=${caught};`);
    b.scope(() => {
      if (clause.symbol) b.declare(clause.symbol);
      emitInside(clause.body, b);
    });
    b.w.write('}');
  });
  b.w.write(`else throw ${caught};}`);
}

function emitTest(clause: TryStatement['catches'][number], caught: string, b: BodyEmitter): void {
  const type = clause.symbol?.type ?? { kind: 'error' };
  const isAny = isPlatformType(type, 'System.Exception');
  b.w.write(isAny ? 'if(true)' : `if($r.isInstance(${caught},${b.file.rtType(type)}))`);
}
