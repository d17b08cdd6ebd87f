/**
 * Reads named credentials, external credentials and remote sites.
 * Source: Metadata API Developer Guide, NamedCredential and ExternalCredential.
 */
import { ComponentError } from './problems';
import type { XmlElement } from './xml';

/** Where callouts go and how they authenticate. */
export interface NamedCredential {
  name: string;
  label: string;
  url: string;
  /** Null: no external credential (`namedCredentialType` PublicEndpoint, or a legacy credential without authentication). */
  externalCredential: string | null;
  generateAuthorizationHeader: boolean;
  allowMergeFieldsInHeader: boolean;
  allowMergeFieldsInBody: boolean;
  /** `Enabled` or `Disabled`. */
  calloutStatus: string;
  /** Headers that the credential adds, in order: `HttpHeader` parameters. */
  headers: [string, string][];
}

/** How a principal of an external credential authenticates. */
export interface ExternalCredential {
  name: string;
  label: string;
  /** `Oauth`, `Basic`, `Custom`, `NoAuthentication` … */
  protocol: string;
  /** `ClientCredentialsClientSecretBasic` … */
  variant: string | null;
  tokenUrl: string | null;
  scope: string | null;
  principals: string[];
  /** Headers with formulas: `{!$Credential.Walk.ApiKey}`. */
  headers: [string, string][];
}

/** A host to which callouts without a named credential may go. */
export interface RemoteSite {
  name: string;
  url: string;
  isActive: boolean;
}

function need(root: XmlElement, name: string): string {
  const text = root.text(name);
  if (text === null) throw new ComponentError(`Required field is missing: ${name}`);
  return text;
}

function headersOf(parameters: XmlElement[]): [string, string][] {
  return parameters
    .filter((parameter) => ['HttpHeader', 'AuthHeader'].includes(parameter.text('parameterType') ?? ''))
    .map((parameter) => [parameter.text('parameterName') ?? '', parameter.text('parameterValue') ?? '']);
}

function legacyCredential(name: string, root: XmlElement): NamedCredential {
  const protocol = root.text('protocol') ?? 'NoAuthentication';
  if (protocol !== 'NoAuthentication') {
    throw new ComponentError(`The local org does not know legacy named credentials with the protocol ${protocol}`);
  }
  return {
    name,
    label: need(root, 'label'),
    url: need(root, 'endpoint'),
    externalCredential: null,
    generateAuthorizationHeader: false,
    allowMergeFieldsInHeader: root.flag('allowMergeFieldsInHeader'),
    allowMergeFieldsInBody: root.flag('allowMergeFieldsInBody'),
    calloutStatus: 'Enabled',
    headers: []
  };
}

/** Reads a named credential. @throws ComponentError in the words of a deployment */
export function readNamedCredential(name: string, root: XmlElement): NamedCredential {
  const type = root.text('namedCredentialType') ?? 'Legacy';
  if (type === 'Legacy') return legacyCredential(name, root);
  if (type !== 'SecuredEndpoint')
    throw new ComponentError(`The local org does not know named credentials of type ${type}`);
  const parameters = root.all('namedCredentialParameters');
  const byType = (wanted: string): XmlElement | undefined =>
    parameters.find((parameter) => parameter.text('parameterType') === wanted);
  const url = byType('Url')?.text('parameterValue');
  if (!url) throw new ComponentError('Specify a URL for the named credential');
  const externalCredential = byType('Authentication')?.text('externalCredential');
  if (!externalCredential) throw new ComponentError('Specify an external credential for the named credential');
  return {
    name,
    label: need(root, 'label'),
    url,
    externalCredential,
    generateAuthorizationHeader: root.flag('generateAuthorizationHeader'),
    allowMergeFieldsInHeader: root.flag('allowMergeFieldsInHeader'),
    allowMergeFieldsInBody: root.flag('allowMergeFieldsInBody'),
    calloutStatus: root.text('calloutStatus') ?? 'Enabled',
    headers: headersOf(parameters)
  };
}

/** Reads an external credential. @throws ComponentError in the words of a deployment */
export function readExternalCredential(name: string, root: XmlElement): ExternalCredential {
  const parameters = root.all('externalCredentialParameters');
  const valueOf = (type: string): string | null =>
    parameters.find((parameter) => parameter.text('parameterType') === type)?.text('parameterValue') ?? null;
  const principals = parameters
    .filter((parameter) => ['NamedPrincipal', 'PerUserPrincipal'].includes(parameter.text('parameterType') ?? ''))
    .map((parameter) => parameter.text('parameterName') ?? '');
  const scope =
    parameters.find((parameter) => parameter.text('parameterName') === 'Scope')?.text('parameterValue') ?? null;
  return {
    name,
    label: need(root, 'label'),
    protocol: need(root, 'authenticationProtocol'),
    variant: valueOf('AuthProtocolVariant'),
    tokenUrl: valueOf('AuthProviderUrl'),
    scope,
    principals,
    headers: headersOf(parameters)
  };
}

/** Reads a remote site setting. @throws ComponentError in the words of a deployment */
export function readRemoteSite(name: string, root: XmlElement): RemoteSite {
  return { name, url: need(root, 'url'), isActive: root.flag('isActive') };
}
