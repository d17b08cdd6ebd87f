/**
 * Ties objects together once all are read: lookups to their targets, child relationships, summaries, key prefixes.
 */
import type { FieldSchema, SObjectSchema } from './model';
import type { Problems } from './problems';

type Objects = Map<string, SObjectSchema>;

/** Describes where a custom field came from, for messages. */
export interface FieldSource {
  object: SObjectSchema;
  field: FieldSchema;
  file: string;
}

/** Objects that metadata relationships refer to without being records of the org. */
const DEFINITIONS = new Set(['entitydefinition', 'fielddefinition', 'entityparticle']);

function findTarget(objects: Objects, name: string): SObjectSchema | undefined {
  return objects.get(name.toLowerCase());
}

function linkField(objects: Objects, source: FieldSource, problems: Problems): void {
  const { object, field, file } = source;
  const component = `${object.name}.${field.name}`;
  const targets = field.referenceTo.map((name) => ({ name, target: findTarget(objects, name) }));
  const missing = targets.find(({ target }) => target === undefined);
  if (missing) {
    problems.error(
      file,
      'CustomField',
      component,
      `referenceTo value of '${missing.name}' does not resolve to a valid sObject type`
    );
    object.fields.delete(field.name.toLowerCase());
    return;
  }
  field.referenceTo = targets.map(({ target }) => target!.name);
  for (const { target } of targets) addChildRelationship(target!, source, problems);
}

function addChildRelationship(parent: SObjectSchema, { object, field, file }: FieldSource, problems: Problems): void {
  if (DEFINITIONS.has(parent.name.toLowerCase())) {
    // The value is the qualified name of the definition, not an id.
    field.apexType = 'String';
    return;
  }
  const name = field.childRelationshipName;
  if (name === null) return;
  const key = name.toLowerCase();
  if (parent.childRelationships.has(key)) {
    const message = `Duplicate relationship name ${name.replace(/__r$/, '')} on ${parent.name}`;
    problems.error(file, 'CustomField', `${object.name}.${field.name}`, message);
    return;
  }
  parent.childRelationships.set(key, {
    name,
    childObject: object.name,
    field: field.name,
    cascadeDelete: field.cascadeDelete,
    restrictedDelete: field.restrictedDelete
  });
}

function splitPath(path: string): [string, string] {
  const dot = path.indexOf('.');
  return [path.slice(0, dot), path.slice(dot + 1)];
}

function linkSummary(objects: Objects, { object, field, file }: FieldSource, problems: Problems): void {
  const summary = field.summary!;
  const component = `${object.name}.${field.name}`;
  const [childName, childField] = splitPath(summary.foreignKey);
  const link = findTarget(objects, childName)?.fields.get(childField.toLowerCase());
  if (!link?.masterDetail || !link.referenceTo.includes(object.name)) {
    problems.error(
      file,
      'CustomField',
      component,
      `In field: summaryForeignKey - no CustomField named ${summary.foreignKey} found`
    );
    return;
  }
  if (summary.summarizedField === null) return;
  const [ofObject, ofField] = splitPath(summary.summarizedField);
  const summarized = findTarget(objects, ofObject)?.fields.get(ofField.toLowerCase());
  if (!summarized) {
    problems.error(
      file,
      'CustomField',
      component,
      `In field: summarizedField - no CustomField named ${summary.summarizedField} found`
    );
    return;
  }
  field.type = summarized.type;
  field.apexType = summarized.apexType;
  field.scale = summarized.scale;
}

/** Links every custom reference and summary; what cannot be linked is a problem of its field. */
export function linkFields(objects: Objects, sources: readonly FieldSource[], problems: Problems): void {
  for (const source of sources) if (source.field.referenceTo.length > 0) linkField(objects, source, problems);
  for (const source of sources) if (source.field.summary) linkSummary(objects, source, problems);
}

/** Child relationships that every custom object has, with the child's field. Source: describe result of a custom object. */
const COMMON_CHILDREN: [string, string, string][] = [
  ['Attachments', 'Attachment', 'ParentId'],
  ['ContentDocumentLinks', 'ContentDocumentLink', 'LinkedEntityId'],
  ['Notes', 'Note', 'ParentId'],
  ['ProcessInstances', 'ProcessInstance', 'TargetObjectId'],
  ['TopicAssignments', 'TopicAssignment', 'EntityId']
];
const ACTIVITY_CHILDREN: [string, string, string][] = [
  ['Events', 'Event', 'WhatId'],
  ['Tasks', 'Task', 'WhatId']
];

/** Makes files, notes and (where enabled) activities children of a custom object. */
export function addCommonChildren(objects: Objects, parent: SObjectSchema, hasActivities: boolean): void {
  if (parent.sort !== 'custom') return;
  for (const [name, childName, fieldName] of [...COMMON_CHILDREN, ...(hasActivities ? ACTIVITY_CHILDREN : [])]) {
    const child = findTarget(objects, childName);
    const field = child?.fields.get(fieldName.toLowerCase());
    if (!child || !field) continue;
    field.referenceTo.push(parent.name);
    const link = { name, childObject: child.name, field: field.name, cascadeDelete: true, restrictedDelete: false };
    parent.childRelationships.set(name.toLowerCase(), link);
  }
}

/** `Shares` and `Histories` of a custom object. */
export function addCompanionChild(parent: SObjectSchema, child: SObjectSchema): void {
  const name = child.sort === 'share' ? 'Shares' : 'Histories';
  const link = { name, childObject: child.name, field: 'ParentId', cascadeDelete: true, restrictedDelete: false };
  parent.childRelationships.set(name.toLowerCase(), link);
}
