/** Who may see a member. */
import { inheritsFrom } from '../symbols/basic';
import type { Access, TypeSymbol } from '../types';
import type { BodyContext } from './context';

interface Visible {
  readonly owner: TypeSymbol;
  readonly access: Access;
  readonly isTestVisible: boolean;
}

/** Whether the body may use a member of that access. Private members are visible in the whole outermost class. */
export function isVisible(cx: BodyContext, member: Visible, access: Access = member.access): boolean {
  if (member.owner.origin !== 'user' || access === 'public' || access === 'global') return true;
  if (cx.sharesOutermost(member.owner)) return true;
  if (member.isTestVisible && cx.options.inTest === true) return true;
  return access === 'protected' && aroundInherits(cx.owner, member.owner);
}

function aroundInherits(from: TypeSymbol, ancestor: TypeSymbol): boolean {
  for (let scope: TypeSymbol | null = from; scope !== null; scope = scope.outer) {
    if (inheritsFrom(scope, ancestor)) return true;
  }
  return false;
}
