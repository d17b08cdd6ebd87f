import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { packageFolder } from '../framework/paths';

/** What an element of a metadata file may hold. */
export type ValueType =
  | { readonly kind: 'string' | 'boolean' | 'number' | 'any' }
  | { readonly kind: 'enum'; readonly values: readonly string[] }
  | { readonly kind: 'type'; readonly name: string };

/** A child element of a metadata type. */
export interface Member {
  readonly value: ValueType;
  readonly required: boolean;
  readonly repeats: boolean;
}

/**
 * Salesforce's metadata types as @salesforce/types declares them, generated there from the WSDL of the Metadata API.
 */
export class MetadataSchema {
  private readonly aliases = new Map<string, ts.TypeNode>();
  private readonly members = new Map<string, ReadonlyMap<string, Member>>();

  constructor(file = join(packageFolder('@salesforce/types'), 'lib', 'metadata.d.ts')) {
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
    source.forEachChild((node) => {
      if (ts.isTypeAliasDeclaration(node)) this.aliases.set(node.name.text, node.type);
    });
  }

  /** The child elements of a type, or undefined when there is no such type. */
  membersOf(typeName: string): ReadonlyMap<string, Member> | undefined {
    const known = this.members.get(typeName);
    if (known) return known;
    const alias = this.aliases.get(typeName);
    if (!alias || enumValues(alias)) return undefined;
    const found = new Map<string, Member>();
    this.collect(alias, found);
    this.members.set(typeName, found);
    return found;
  }

  private collect(node: ts.TypeNode, into: Map<string, Member>): void {
    if (ts.isIntersectionTypeNode(node)) {
      node.types.forEach((part) => this.collect(part, into));
    } else if (ts.isTypeReferenceNode(node) && ts.isIdentifier(node.typeName)) {
      const base = this.aliases.get(node.typeName.text);
      if (base) this.collect(base, into);
    } else if (ts.isTypeLiteralNode(node)) {
      node.members.forEach((member) => this.add(member, into));
    }
  }

  private add(member: ts.TypeElement, into: Map<string, Member>): void {
    if (!ts.isPropertySignature(member) || !member.type || !ts.isIdentifier(member.name)) return;
    const repeats = ts.isArrayTypeNode(member.type);
    const element = ts.isArrayTypeNode(member.type) ? member.type.elementType : member.type;
    // A list without entries is not written at all.
    const required = member.questionToken === undefined && !repeats;
    const value: ValueType = MARKUP.has(member.name.text) ? { kind: 'any' } : this.valueType(element);
    into.set(member.name.text, { value, required, repeats });
  }

  private valueType(node: ts.TypeNode): ValueType {
    if (node.kind === ts.SyntaxKind.StringKeyword) return { kind: 'string' };
    if (node.kind === ts.SyntaxKind.BooleanKeyword) return { kind: 'boolean' };
    if (node.kind === ts.SyntaxKind.NumberKeyword) return { kind: 'number' };
    const values = enumValues(node);
    if (values) return { kind: 'enum', values };
    if (!ts.isTypeReferenceNode(node) || !ts.isIdentifier(node.typeName)) return { kind: 'any' };
    const alias = this.aliases.get(node.typeName.text);
    if (!alias) return { kind: 'any' };
    const aliased = enumValues(alias);
    return aliased ? { kind: 'enum', values: aliased } : { kind: 'type', name: node.typeName.text };
  }
}

/**
 * Declared as text because their elements differ from target to target. Source: LWC Developer Guide, XML Configuration
 * File Elements.
 */
const MARKUP = new Set(['targetConfigs']);

function enumValues(node: ts.TypeNode): string[] | undefined {
  const parts = ts.isUnionTypeNode(node) ? node.types : [node];
  const values = parts.map((part) =>
    ts.isLiteralTypeNode(part) && ts.isStringLiteral(part.literal) ? part.literal.text : undefined
  );
  return values.every((value) => value !== undefined) ? values : undefined;
}
