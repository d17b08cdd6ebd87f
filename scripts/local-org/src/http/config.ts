/**
 * Where the local org sends callouts that in an org would leave the machine, and the secrets of its own stand-ins:
 * `config/local-org.json`.
 */
import { existsSync, readFileSync } from 'node:fs';

/** What an admin would enter for a principal of an external credential. */
export interface PrincipalSecrets {
  /** OAuth: client id. Basic: user name. */
  key?: string;
  /** OAuth: client secret. Basic: password. */
  secret?: string;
  /** Custom authentication: parameters by name. */
  parameters?: Record<string, string>;
}

export interface CalloutConfig {
  /** Base URL by API name of the named credential. */
  namedCredentials: Record<string, string>;
  /** By API name of the external credential. */
  externalCredentials: Record<string, { tokenUrl?: string; principals: Record<string, PrincipalSecrets> }>;
  /** Address of this machine by the address that remote sites allow: `https://api.example.com` -> `http://127.0.0.1:4010`. */
  hosts: Record<string, string>;
}

/** A configuration that maps nothing. */
export function emptyConfig(): CalloutConfig {
  return { namedCredentials: {}, externalCredentials: {}, hosts: {} };
}

function isTextMap(value: unknown): value is Record<string, string> {
  return typeof value === 'object' && value !== null && Object.values(value).every((item) => typeof item === 'string');
}

/**
 * Reads the `callouts` part of the configuration file; a file that is not there maps nothing.
 * @throws Error naming the file and what is wrong in it
 */
export function readCalloutConfig(file: string): CalloutConfig {
  if (!existsSync(file)) return emptyConfig();
  let parsed: { callouts?: Partial<CalloutConfig> };
  try {
    parsed = JSON.parse(readFileSync(file, 'utf8')) as { callouts?: Partial<CalloutConfig> };
  } catch (error) {
    throw new Error(`${file} is not valid JSON: ${(error as Error).message}`);
  }
  const config = { ...emptyConfig(), ...parsed.callouts };
  if (!isTextMap(config.namedCredentials)) throw new Error(`${file}: callouts.namedCredentials must map names to URLs`);
  if (!isTextMap(config.hosts)) throw new Error(`${file}: callouts.hosts must map addresses to addresses`);
  for (const [name, credential] of Object.entries(config.externalCredentials)) {
    if (typeof credential?.principals !== 'object')
      throw new Error(`${file}: callouts.externalCredentials.${name} must have principals`);
  }
  return config;
}
