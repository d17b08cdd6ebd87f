/**
 * `switch on`: a chain of tests, so that `break` and `continue` keep meaning the loop around.
 */
import type { SwitchCase, SwitchStatement } from '../ast';
import type { BodyEmitter } from './body';
import { emitExpression } from './expressions';
import { quote } from './names';
import { emitBraced, emitInside } from './statements';

export function emitSwitch(s: SwitchStatement, b: BodyEmitter): void {
  b.cover(s.pos.line);
  const subject = b.temp();
  b.w.write(`${subject}=`);
  emitExpression(s.subject, b);
  b.w.write(';');
  s.cases.forEach((item, i) => {
    b.w.at(item.pos.line);
    b.w.write(i > 0 ? 'else if(' : 'if(');
    emitCase(item, subject, b);
  });
  if (!s.otherwise) return;
  b.w.at(s.otherwise.pos.line);
  b.w.write(s.cases.length > 0 ? 'else' : '');
  emitBraced(s.otherwise, b);
}

function emitCase(item: SwitchCase, subject: string, b: BodyEmitter): void {
  const { when } = item;
  if (when.kind === 'WhenType') {
    const object = when.symbol?.type.kind === 'named' ? when.symbol.type.symbol.fullName : when.name;
    b.w.write(`$r.isRecordOf(${subject},${quote(object)})){let ${when.symbol?.jsName ?? when.name}=${subject};`);
    b.scope(() => {
      if (when.symbol) b.declare(when.symbol);
      emitInside(item.body, b);
    });
    b.w.write('}');
    return;
  }
  when.values.forEach((value, i) => {
    b.w.write(`${i > 0 ? '||' : ''}${subject}===`);
    emitExpression(value, b);
  });
  b.w.write(')');
  emitBraced(item.body, b);
}
