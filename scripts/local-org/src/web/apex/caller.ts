/**
 * Calls of `@AuraEnabled` methods by components.
 */
import type { ClassInfo, MethodInfo } from '../../apex/classInfo';
import type { LocalOrg } from '../../org';
import { parseJson, type JsonEntry } from '../../runtime/json/tree';
import { withTransaction } from '../../runtime/kernel';
import type { UserContext } from '../../runtime/user';
import { ApexException } from '../../runtime/values';
import { exceptionBody, refusalBody } from './errors';
import { AuraReader, ParameterError } from './read';
import { AuraMembers, AuraWriter, type JsonValue } from './write';

/** Answer to a call: HTTP status and what stands in its body. */
export interface ApexAnswer {
  status: 200 | 400 | 403 | 404 | 500;
  body: JsonValue;
}

interface FoundMethod {
  info: ClassInfo;
  method: MethodInfo;
}

export class ApexCaller {
  private readonly reader: AuraReader;
  private readonly writer: AuraWriter;

  /** `onFault` is told of errors that are the local org's own, such as an unknown member of the platform. */
  constructor(
    private readonly org: LocalOrg,
    private readonly onFault: (error: Error) => void
  ) {
    const members = new AuraMembers(org.program);
    this.reader = new AuraReader(org.program, members);
    this.writer = new AuraWriter(members);
  }

  /**
   * Calls a method in a transaction of its own, with the rights, language and time zone of the user.
   * @param name `Class.method`
   * @param body JSON object of the parameters by name; empty for none
   */
  call(name: string, body: string, user: UserContext): ApexAnswer {
    const found = this.find(name);
    if (found === null) return refused(404, `Unable to find Apex action method referenced as '${name}'.`);
    const className = found.info.name.split('.')[0]!;
    if (!this.org.data.context.permissions.of(user.id).apexClass(className)) {
      return refused(403, `You do not have access to the Apex class named '${className}'.`);
    }
    const entries = parameterEntries(body);
    if (entries === null) return refused(400, 'The parameters must be a JSON object.');
    return this.answer(() => this.run(found, entries, body, user));
  }

  private find(name: string): FoundMethod | null {
    const dot = name.lastIndexOf('.');
    const info = this.org.program.classInfo(name.slice(0, dot));
    const wanted = name.slice(dot + 1).toLowerCase();
    const method = info?.methods.find((item) => item.name.toLowerCase() === wanted && isAuraAction(item));
    return info && method ? { info, method } : null;
  }

  private run({ info, method }: FoundMethod, entries: JsonEntry[], text: string, user: UserContext): JsonValue {
    return withTransaction({ kind: 'AURA', user }, (tx) => {
      // A class that declares no sharing runs with sharing when a component enters (Lightning Aura Components Developer
      // Guide, "Enforce Sharing Rules").
      tx.sharing = 'with';
      if (isCacheable(method)) tx.limits.setCeiling('dmlStatements', 0);
      const values = this.reader.parameters(method, entries, text);
      return this.writer.write(this.org.program.callStatic(info.name, method.jsName, ...values));
    });
  }

  private answer(run: () => JsonValue): ApexAnswer {
    try {
      return { status: 200, body: run() };
    } catch (error) {
      if (error instanceof ParameterError) return refused(400, error.message);
      if (error instanceof ApexException) return { status: 500, body: exceptionBody(error) };
      const fault = error instanceof Error ? error : new Error(String(error));
      this.onFault(fault);
      return refused(500, fault.message);
    }
  }
}

function isAuraAction({ isStatic, annotations }: MethodInfo): boolean {
  return isStatic && annotations.some(({ name }) => name === 'auraenabled');
}

function isCacheable({ annotations }: MethodInfo): boolean {
  return annotations.some(({ name, args }) => name === 'auraenabled' && args['cacheable']?.toLowerCase() === 'true');
}

/** Entries of a JSON object; null for any other text. */
function parameterEntries(text: string): JsonEntry[] | null {
  if (text.trim() === '') return [];
  try {
    const node = parseJson(text, 'input');
    return node.kind === 'object' ? node.entries : null;
  } catch {
    return null;
  }
}

function refused(status: ApexAnswer['status'], message: string): ApexAnswer {
  return { status, body: refusalBody(message) };
}
