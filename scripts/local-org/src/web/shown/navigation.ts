/** The application that a user works in, with its tabs. */
import type { LocalOrg } from '../../org';
import { isStandardTab, type Application } from '../../schema/applications';
import type { Rights } from './rights';
import type { Texts } from '../../schema/texts';

export interface ShownApp {
  name: string;
  label: string;
  headerColor: string | null;
}

export interface ShownTab {
  name: string;
  label: string;
  kind: 'page' | 'object';
  /** FlexiPage of a page tab. */
  page?: string;
  /** Object of an object tab. */
  object?: string;
  /** `custom:custom67`, `standard:lead`. */
  iconName?: string;
}

export interface Navigation {
  /** Null: the user may see none of the project's applications. */
  app: ShownApp | null;
  tabs: ShownTab[];
}

/** `Custom67: Gears` -> `custom:custom67`. */
export function motifIcon(motif: string | null): string | null {
  const match = /^(custom\d+)\b/i.exec(motif ?? '');
  return match ? `custom:${match[1]!.toLowerCase()}` : null;
}

/** Icon of an object: that of its tab, or of the standard object. */
export function objectIcon(org: LocalOrg, object: string): string {
  const tab = org.project.tabs.get(object);
  const isCustom = org.project.schema.objects.get(object.toLowerCase())?.custom ?? true;
  return motifIcon(tab?.motif ?? null) ?? (isCustom ? 'standard:custom' : `standard:${snakeCase(object)}`);
}

function snakeCase(name: string): string {
  return name.replace(/(?<=[a-z0-9])([A-Z])/g, '_$1').toLowerCase();
}

/** The application of a user: the first by name of those that the user may see. */
export function applicationOf(org: LocalOrg, rights: Rights): Application | null {
  const apps = [...org.project.applications.values()].filter((app) => app.isLightning && rights.application(app.name));
  return apps.sort((a, b) => a.name.localeCompare(b.name))[0] ?? null;
}

export function navigationOf(org: LocalOrg, rights: Rights, texts: Texts): Navigation {
  const app = applicationOf(org, rights);
  if (app === null) return { app: null, tabs: [] };
  const shown = app.tabs.filter((name) => rights.tab(name)).flatMap((name) => shownTab(org, name, texts) ?? []);
  return { app: { name: app.name, label: texts.application(app), headerColor: app.headerColor }, tabs: shown };
}

function shownTab(org: LocalOrg, name: string, texts: Texts): ShownTab | null {
  if (isStandardTab(name)) return standardTab(org, name, texts);
  const tab = org.project.tabs.get(name);
  if (!tab || tab.kind === 'other') return null;
  const label = texts.tab(tab);
  if (tab.kind === 'object') return { name, label, kind: 'object', object: name, iconName: objectIcon(org, name) };
  return { name, label, kind: 'page', page: tab.page!, ...iconOf(tab.motif) };
}

function iconOf(motif: string | null): { iconName?: string } {
  const iconName = motifIcon(motif);
  return iconName === null ? {} : { iconName };
}

function standardTab(org: LocalOrg, name: string, texts: Texts): ShownTab | null {
  const schema = org.project.schema.objects.get(name.replace(/^standard-/, '').toLowerCase());
  if (!schema) return null;
  const label = texts.objects(schema);
  return { name, label, kind: 'object', object: schema.name, iconName: objectIcon(org, schema.name) };
}
